package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.runner.judge.AdderJudge.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.testkit.exercise.State;

/**
 * Threads that a run leaves behind, and threads that died, are reported with its verdict. Processes
 * that it leaves behind are ended.
 */
@Execution(ExecutionMode.CONCURRENT)
class AftermathTest {

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
  void leaked_and_crashed_threads_are_reported_but_permanent_ones_are_not() {
    ExerciseResult outcome =
        adder.judge(
            """
            new Thread(() -> {
              try {
                Thread.sleep(1_000_000);
              } catch (InterruptedException e) {
                return;
              }
            }, "forgotten").start();
            for (int i = 0; i < 300; i++) {
              Thread.ofPlatform().name("worker").start(() -> {
                throw new IllegalStateException("boom");
              });
            }
            var pool = new java.util.concurrent.ThreadPoolExecutor(
                1, 1, 1, java.util.concurrent.TimeUnit.HOURS,
                new java.util.concurrent.LinkedBlockingQueue<>(),
                task -> new Thread(task, "globalEventExecutor-1-2"));
            pool.execute(() -> {});
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(notes(outcome))
        .anySatisfy(note ->
            assertThat(note).contains("Thread \"forgotten\" is still running at Adder.java:8"))
        .noneSatisfy(note -> assertThat(note).contains("globalEventExecutor"))
        .filteredOn(note -> note.contains("died of"))
        .singleElement()
        .asString()
        .contains(
            "Thread \"worker\" died of java.lang.IllegalStateException: boom at Adder.java:15");
  }

  @Test
  void a_thread_left_by_a_failed_test_is_not_reported() {
    ExerciseResult outcome =
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
  void a_process_that_the_learners_code_starts_ends_with_the_run() throws Exception {
    ExerciseResult outcome = adder.judge(startsAProcess() + "return a + b;");

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    awaitEndOfProcesses(2);
  }

  @Test
  void a_process_ends_with_a_run_that_is_cut_short() throws Exception {
    ExerciseResult outcome = adder.judge(startsAProcess() + "while (true) {}");

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    awaitEndOfProcesses(1);
  }

  @Test
  void a_process_ends_when_the_learners_code_exits_the_jvm() throws Exception {
    ExerciseResult outcome = adder.judge(startsAProcess() + "System.exit(1);\nreturn a + b;");

    assertThat(AdderJudge.message(outcome)).contains("exit(1) was called");
    awaitEndOfProcesses(1);
  }

  /** A process that would last for ten minutes; its id is the name of a file. */
  private String startsAProcess() {
    return """
    try {
      Process process = new ProcessBuilder("sleep", "600").inheritIO().start();
      new java.io.File("%s", "" + process.pid()).mkdirs();
    } catch (java.io.IOException e) {
      return 0;
    }
    """
        .formatted(processes());
  }

  private Path processes() {
    return adder.course.root().resolve("processes");
  }

  private void awaitEndOfProcesses(int count) throws Exception {
    List<Long> started;
    try (Stream<Path> files = Files.list(processes())) {
      started = files.map(file -> Long.valueOf(file.getFileName().toString())).toList();
    }
    assertThat(started).hasSize(count);
    for (long pid : started) {
      Optional<ProcessHandle> process = ProcessHandle.of(pid);
      if (process.isPresent()) {
        assertThat(process.get().onExit())
            .as("the process %d, started by the learner's code", pid)
            .succeedsWithin(Duration.ofMinutes(1));
      }
    }
  }
}
