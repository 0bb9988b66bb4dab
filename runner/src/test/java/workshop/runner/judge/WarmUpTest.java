package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;
import workshop.testkit.exercise.State;

/** A warm-up speeds up the next save and never delays it. */
@Execution(ExecutionMode.CONCURRENT)
class WarmUpTest {

  /** Many tests, each of which is slow with the solution and fast with an answer. */
  private static final String SUITE =
      """
      package workshop.kitchen;

      import static org.assertj.core.api.Assertions.assertThat;

      import org.junit.jupiter.api.RepeatedTest;

      class AdderTest {

        @RepeatedTest(1000)
        void it_adds() {
          assertThat(new Adder().add(2, 3)).isEqualTo(5);
        }
      }
      """;

  private static final String ANSWER =
      """
      package workshop.kitchen;

      public class Adder {

        public int add(int a, int b) {
          %s
          return a + b;
        }
      }
      """;

  @Test
  void a_save_during_a_warm_up_gets_the_worker_after_the_current_test(@TempDir Path folder)
      throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    Exercise exercise = course.exercise("01-1");
    Path rehearsing = course.root().resolve("rehearsing");
    course.write(exercise.suiteFile(), SUITE);
    course.write(exercise.solution(), ANSWER.formatted(slowly(rehearsing)));
    String telling = "System.out.println(System.getProperty(\"rehearsed\"));";
    try (WarmJudge judge = judge(course)) {
      judge.prepare(exercise);
      FixtureCourse.await("the warm-up", () -> Files.exists(rehearsing));

      ExerciseResult outcome = result(judge, exercise, ANSWER.formatted(telling));

      assertThat(outcome.state()).isEqualTo(State.PASSED);
      assertThat(outcome.tests()).hasSize(1000);
      assertThat(((ExerciseResult.Judged) outcome).output().head()).startsWith("in part");
    }
  }

  @Test
  void a_worker_that_hangs_in_its_warm_up_is_replaced(@TempDir Path folder) throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    Exercise exercise = course.exercise("01-1");
    course.write(exercise.solution(), ANSWER.formatted(course.endless()).replace("return", "//"));
    try (WarmJudge judge = judge(course)) {
      judge.prepare(exercise);
      course.awaitRunning();

      ExerciseResult outcome = result(judge, exercise, ANSWER.formatted(""));

      assertThat(outcome.state()).isEqualTo(State.PASSED);
    }
  }

  /** Without an early end, all of them together take a minute and a half. */
  private static String slowly(Path rehearsing) {
    return """
    System.setProperty("rehearsed", "in part");
          new java.io.File("%s").mkdir();
          java.util.concurrent.locks.LockSupport.parkNanos(90_000_000);\
    """
        .formatted(rehearsing);
  }

  private static WarmJudge judge(FixtureCourse course) throws IOException {
    return new WarmJudge(course.checkout(), FixtureCourse.build(), FixtureCourse.WIDE);
  }

  private static ExerciseResult result(WarmJudge judge, Exercise exercise, String answer)
      throws Exception {
    return judge
        .start(Submission.ofDraft(exercise, answer), _ -> {}, _ -> {})
        .result()
        .get(2, TimeUnit.MINUTES);
  }
}
