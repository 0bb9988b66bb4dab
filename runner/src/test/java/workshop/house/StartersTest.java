package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import workshop.runner.FixtureCourse;
import workshop.runner.checkout.Checkout;
import workshop.runner.checkout.Course;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.engine.Round;
import workshop.runner.port.Tests.Subject;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/**
 * Runs every exercise as it lies in the checkout. A learner may be anywhere between red and green;
 * where {@code CI=true} nobody has started, and each must be red for its open TODO and for nothing
 * else.
 */
class StartersTest {

  private static final boolean NOTHING_IS_STARTED = "true".equals(System.getenv("CI"));

  @TestFactory
  Stream<DynamicTest> every_exercise_gets_a_verdict_and_starts_red_for_its_todo() throws Exception {
    Map<Exercise, Outcome> outcomes = judgeAll();
    assertThat(outcomes).isNotEmpty();
    return outcomes.entrySet().stream()
        .map(entry -> {
          String name = entry.getKey().id() + " " + entry.getValue().state().id();
          return DynamicTest.dynamicTest(name, () -> check(entry.getKey(), entry.getValue()));
        });
  }

  private static Map<Exercise, Outcome> judgeAll() throws IOException, InterruptedException {
    Checkout checkout = new Checkout(House.root());
    List<Round.Entry> entries = new ArrayList<>();
    for (Exercise exercise : Course.read(checkout).exercises()) {
      String text = checkout.text(exercise.file());
      entries.add(new Round.Entry(exercise, new Subject.Draft(text)));
    }
    Map<Exercise, Outcome> outcomes =
        new ConcurrentSkipListMap<>((a, b) -> a.id().compareTo(b.id()));
    Round.judge(
        checkout,
        FixtureCourse.equipment(),
        FixtureCourse.WIDE,
        2,
        entries,
        (entry, outcome) -> outcomes.put(entry.exercise(), outcome));
    assertThat(outcomes).hasSameSizeAs(entries);
    return outcomes;
  }

  private static void check(Exercise exercise, Outcome outcome) {
    assertThat(outcome.state()).isNotEqualTo(State.NO_TESTS);
    if (!NOTHING_IS_STARTED) {
      return;
    }
    if (exercise.id().toString().endsWith("-0")) {
      assertThat(outcome.state()).as("a warm-up is green").isEqualTo(State.PASSED);
      return;
    }
    assertThat(outcome.state()).as(outcome.tests().toString()).isEqualTo(State.FAILED);
    TestResult first =
        outcome.tests().stream()
            .filter(test -> test.status() == TestResult.Status.FAILED)
            .findFirst()
            .orElseThrow();
    assertThat(first.message())
        .as("what the first failure says: %s", first.name())
        .contains("TODO(" + exercise.id() + ")");
  }
}
