package workshop.testkit.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class JudgeTest {

  @Test
  void the_whole_suite_is_run_for_a_learner() {
    assertThat(Judge.judge(TasteSuite.class, Salty.class).tests())
        .extracting(TestResult::status)
        .containsExactly(
            TestResult.Status.PASSED, TestResult.Status.FAILED, TestResult.Status.FAILED);
  }

  @Test
  void judging_up_to_the_first_failure_stops_there() {
    Verdict verdict = Judge.judgeUpToTheFirstFailure(TasteSuite.class, Salty.class);

    assertThat(verdict.state()).isEqualTo(State.FAILED);
    assertThat(verdict.firstFailure().orElseThrow().message()).contains("salty");
    assertThat(verdict.tests())
        .extracting(TestResult::status)
        .startsWith(TestResult.Status.PASSED, TestResult.Status.FAILED)
        .doesNotHaveDuplicates();
    assertThat(Judge.judgeUpToTheFirstFailure(TasteSuite.class, Soup.class).state())
        .isEqualTo(State.PASSED);
  }

  @Test
  void a_stopped_judgment_reports_no_test_after_the_current_one() {
    AtomicInteger ended = new AtomicInteger();

    Verdict verdict =
        Judge.judge(TasteSuite.class, _ -> ended.incrementAndGet(), () -> ended.get() > 0);

    assertThat(verdict.tests())
        .extracting(TestResult::status)
        .startsWith(TestResult.Status.PASSED)
        .filteredOn(status -> status == TestResult.Status.PASSED)
        .hasSize(1);
    assertThat(Judge.judge(TasteSuite.class, _ -> {}, () -> true).state())
        .isEqualTo(State.NO_TESTS);
  }

  @Test
  void a_message_that_contains_a_whole_file_is_shortened() {
    TestResult failure =
        Judge.judge(TasteSuite.class, Talkative.class).firstFailure().orElseThrow();

    assertThat(failure.message())
        .contains("Your code ended with IllegalStateException", "aaaa", "more characters are cut")
        .hasSizeLessThan(100_000);
    assertThat(failure.report().observed()).hasSizeLessThan(20_000);
    assertThat(failure.trace()).contains("more characters are cut").hasSizeLessThan(300_000);
  }

  public static class Talkative extends Soup {
    @Override
    public String taste() {
      throw new IllegalStateException("a".repeat(50_000_000));
    }
  }

  public static class Soup {
    public String taste() {
      return "good";
    }
  }

  public static class Salty extends Soup {
    @Override
    public String taste() {
      return "salty";
    }
  }

  @ExerciseSuite
  static class TasteSuite {

    private final Soup soup = Answer.of(Soup.class);

    @Test
    @Order(1)
    void it_tastes_at_all() {
      assertThat(soup.taste()).isNotEmpty();
    }

    @Test
    @Order(2)
    void it_tastes_good() {
      assertThat(soup.taste()).isEqualTo("good");
    }

    @Test
    @Order(3)
    void it_tastes_good_on_the_next_day() {
      assertThat(soup.taste()).isEqualTo("good");
    }
  }
}
