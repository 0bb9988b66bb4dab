package workshop.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import workshop.testkit.judge.TestResult.Status;
import workshop.testkit.suite.Answer;

class FirstFailureTest {

  @Test
  void a_wrong_answer_is_asked_no_further_when_it_has_failed() {
    Verdict verdict = Judge.judge(Recipe.class, Burns.class);

    assertThat(verdict.state()).isEqualTo(State.FAILED);
    assertThat(verdict.tests())
        .extracting(TestResult::status)
        .containsExactly(Status.PASSED, Status.FAILED, Status.SKIPPED);
    assertThat(verdict.firstFailure().orElseThrow().message()).contains("burnt");
  }

  @Test
  void any_other_answer_is_asked_to_the_end() {
    Verdict verdict = Judge.judge(Recipe.class, BurnsUnknown.class);

    assertThat(verdict.tests())
        .extracting(TestResult::status)
        .containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
  }

  /** The exercise. */
  public static class Soup {
    public String cook() {
      return "hot";
    }
  }

  @WrongAnswer("burnt")
  public static final class Burns extends Soup {
    @Override
    public String cook() {
      return "burnt";
    }
  }

  /** The same, but nobody has said so. */
  public static final class BurnsUnknown extends Soup {
    @Override
    public String cook() {
      return "burnt";
    }
  }

  /** The suite. It is no test of the testkit: only the judge asks it. */
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Recipe {

    private final Soup soup = Answer.of(Soup.class);

    @Test
    @Order(1)
    void there_is_soup() {
      assertThat(soup.cook()).isNotEmpty();
    }

    @Test
    @Order(2)
    void it_is_hot() {
      assertThat(soup.cook()).isEqualTo("hot");
    }

    @Test
    @Order(3)
    void there_is_still_soup() {
      assertThat(soup.cook()).isNotEmpty();
    }
  }
}
