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
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import workshop.runner.FixtureCourse;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.judge.BatchJudge;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.worker.Limits;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/**
 * Every exercise starts red because of its TODO and for no other reason. Runs only in CI, because a
 * learner's checkout may be anywhere between red and green.
 */
@EnabledIfEnvironmentVariable(named = "CI", matches = "true")
class StartersTest {

  /** Only the first failure counts, so a suite may take only one more second after it. */
  private static final Limits LIMITS =
      new Limits(60_000, 120_000, 120_000, 1_000, 180_000, 60_000, 4096);

  @TestFactory
  Stream<DynamicTest> every_exercise_gets_a_verdict_and_starts_red_for_its_todo() throws Exception {
    Map<Exercise, ExerciseResult> outcomes = judgeAll();
    assertThat(outcomes).isNotEmpty();
    return outcomes.entrySet().stream()
        .map(entry -> {
          String name = entry.getKey().id() + " " + entry.getValue().state().id();
          return DynamicTest.dynamicTest(name, () -> check(entry.getKey(), entry.getValue()));
        });
  }

  private static Map<Exercise, ExerciseResult> judgeAll() throws IOException, InterruptedException {
    Checkout checkout = new Checkout(House.root());
    List<Submission> submissions = new ArrayList<>();
    for (Exercise exercise : CatalogReader.read(checkout).exercises()) {
      submissions.add(Submission.ofDraft(exercise, checkout.text(exercise.file())));
    }
    Map<Exercise, ExerciseResult> outcomes =
        new ConcurrentSkipListMap<>((a, b) -> a.id().compareTo(b.id()));
    BatchJudge.judge(checkout, FixtureCourse.build(), LIMITS, 3, submissions, outcomes::put);
    assertThat(outcomes).hasSameSizeAs(submissions);
    return outcomes;
  }

  private static void check(Exercise exercise, ExerciseResult outcome) {
    assertThat(outcome.state()).isNotEqualTo(State.NO_TESTS);
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
