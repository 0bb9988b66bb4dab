package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;
import workshop.testkit.exercise.State;

/** A worker that dies while it is idle is replaced and does not affect a verdict. */
@Execution(ExecutionMode.CONCURRENT)
class WarmWorkerTest {

  private AdderJudge adder;

  @BeforeEach
  void set_up(@TempDir Path folder) throws IOException {
    adder = new AdderJudge(folder);
  }

  @AfterEach
  void clean_up() {
    adder.close();
  }

  @Test
  void a_worker_that_died_while_idle_is_replaced() throws Exception {
    Exercise exercise = adder.course.exercise("01-1");
    Path dying = adder.course.root().resolve("dying");
    String solution = adder.course.read(exercise.solution());
    adder.course.write(
        exercise.solution(), solution.replace("return", diesAsSoonAsItWaits(dying) + "return"));
    adder.judge.prepare(exercise);
    FixtureCourse.await("the worker to be idle", () -> Files.exists(dying));

    ExerciseResult outcome = adder.judge("return a + b;");

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.tests()).hasSize(2);
  }

  @Test
  void a_worker_that_dies_before_its_first_reply_gets_a_second_try() {
    Path died = adder.course.root().resolve("died");
    String suite = adder.course.exercise("01-1").suiteFile();
    adder.course.write(
        suite,
        adder
            .course
            .read(suite)
            .replace(
                "class AdderTest {",
                """
                class AdderTest {
                  static {
                    if (new java.io.File("%s").mkdir()) Runtime.getRuntime().halt(9);
                  }
                """
                    .formatted(died)));

    ExerciseResult outcome = adder.judge("return a + b;");

    assertThat(died).exists();
    assertThat(outcome.state()).isEqualTo(State.PASSED);
  }

  @Test
  void a_worker_that_dies_after_its_first_reply_gets_no_second_try() {
    Path died = adder.course.root().resolve("died");

    ExerciseResult outcome =
        adder.judge(
            "if (b < 0 && new java.io.File(\"%s\").mkdir()) Runtime.getRuntime().halt(9);\n"
                    .formatted(died)
                + "return a + b;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(AdderJudge.message(outcome)).contains("exit code 9");
  }

  /**
   * Returns code that ends the worker once it has been idle for a while and no further warm-up
   * follows.
   */
  private static String diesAsSoonAsItWaits(Path dying) {
    return """
    Thread end = new Thread(() -> {
          for (int looks = 0; looks < 200; ) {
            boolean waits = Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(e -> e.getKey().getName().equals("main")
                    && java.util.Arrays.toString(e.getValue()).contains("WorkerConnection.next"));
            looks = waits ? looks + 1 : 0;
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
          }
          if (new java.io.File("%s").mkdir()) Runtime.getRuntime().halt(0);
        });
        end.setDaemon(true);
        end.start();
    """
        .formatted(dying);
  }
}
