package workshop.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.runner.engine.AdderEngine.notes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.core.Outcome;
import workshop.testkit.judge.State;

/** What a run leaves behind, threads and their deaths, is told beside its verdict. */
class AftermathTest {

  private AdderEngine adder;

  @BeforeEach
  void set_out(@TempDir Path folder) throws IOException {
    adder = new AdderEngine(folder);
  }

  @AfterEach
  void clear_away() {
    adder.close();
  }

  @Test
  void a_thread_left_running_is_noted_with_its_line() {
    Outcome outcome =
        adder.judge(
            """
            new Thread(() -> {
              try {
                Thread.sleep(1_000_000);
              } catch (InterruptedException e) {
                return;
              }
            }, "forgotten").start();
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(notes(outcome))
        .anySatisfy(note ->
            assertThat(note).contains("Thread \"forgotten\" was left running at Adder.java:8"));
  }

  @Test
  void a_thread_that_a_failed_test_leaves_is_not_held_against_the_learner() {
    Outcome outcome =
        adder.judge(
            """
            new Thread(() -> {
              try {
                Thread.sleep(1_000_000);
              } catch (InterruptedException e) {
                return;
              }
            }, "forgotten").start();
            return a - b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(notes(outcome)).isEmpty();
  }

  @Test
  void a_thread_that_nobody_can_be_asked_to_end_is_not_noted() {
    Outcome outcome =
        adder.judge(
            """
            var kept = new java.util.concurrent.LinkedBlockingQueue<Thread>();
            var pool = new java.util.concurrent.ThreadPoolExecutor(
                1, 1, 1, java.util.concurrent.TimeUnit.HOURS,
                new java.util.concurrent.LinkedBlockingQueue<>(),
                task -> new Thread(task, "globalEventExecutor-1-2"));
            pool.execute(() -> kept.add(Thread.currentThread()));
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(notes(outcome)).isEmpty();
  }

  @Test
  void an_exception_storm_on_other_threads_is_noted_once() {
    Outcome outcome =
        adder.judge(
            """
            for (int i = 0; i < 300; i++) {
              Thread.ofPlatform().name("worker").start(() -> {
                throw new IllegalStateException("boom");
              });
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(notes(outcome))
        .filteredOn(note -> note.contains("died of"))
        .singleElement()
        .asString()
        .contains(
            "Thread \"worker\" died of java.lang.IllegalStateException: boom at Adder.java:8");
  }
}
