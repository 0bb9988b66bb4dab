package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.runner.judge.AdderJudge.message;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse;
import workshop.testkit.exercise.State;

/** A provable deadlock is reported at once, although the limits here are very long. */
@Execution(ExecutionMode.CONCURRENT)
class DeadlockTest {

  private static final String LOCK =
      """
      }

      private static void lock(
          Object first, Object second, java.util.concurrent.CountDownLatch both) {
        synchronized (first) {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          synchronized (second) {
            both.countDown();
          }
        }
      """;

  private AdderJudge adder;

  @BeforeEach
  void set_up(@TempDir Path folder) throws IOException {
    adder = new AdderJudge(folder, FixtureCourse.WIDE);
  }

  @AfterEach
  void clean_up() {
    adder.close();
  }

  @Test
  void a_deadlock_is_reported_with_both_lines_long_before_the_deadline() {
    ExerciseResult outcome =
        adder.judge(
            """
            Object one = new Object();
            Object two = new Object();
            java.util.concurrent.CountDownLatch both = new java.util.concurrent.CountDownLatch(2);
            Thread other = new Thread(() -> lock(two, one, both), "other");
            other.start();
            lock(one, two, both);
            return a + b;
            """
                + LOCK);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .doesNotContain("After " + FixtureCourse.WIDE.quietMillis() / 1000)
        .contains("a deadlock", "thread \"tests\"", "thread \"other\"")
        .containsPattern("(?s)waiting for a lock at Adder.java:25.*Adder.java:25");
  }

  @Test
  void a_deadlock_of_other_threads_does_not_end_a_test_that_can_continue() {
    ExerciseResult outcome =
        adder.judge(
            """
            Object one = new Object();
            Object two = new Object();
            java.util.concurrent.CountDownLatch both = new java.util.concurrent.CountDownLatch(2);
            Thread.ofPlatform().daemon().start(() -> lock(two, one, both));
            Thread.ofPlatform().daemon().start(() -> lock(one, two, both));
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000);
            return a + b;
            """
                + LOCK);

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.tests()).hasSize(2);
  }
}
