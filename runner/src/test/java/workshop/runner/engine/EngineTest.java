package workshop.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests;
import workshop.runner.port.Tests.Subject;
import workshop.testkit.judge.State;
import workshop.testkit.judge.TestResult;

/** Whatever the learner's code does, the engine lives on and says what it was. */
class EngineTest {

  /** Deadlines that a test can wait for; the grace is long, for machines that are busy. */
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(6),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          4096);

  private FixtureCourse course;
  private Engine engine;

  @BeforeEach
  void set_out(@TempDir Path folder) throws IOException {
    course = FixtureCourse.in(folder);
    engine =
        new Engine(course.checkout(), FixtureCourse.equipment(), SHORT, course.exercise("01-0"));
  }

  @AfterEach
  void clear_away() {
    engine.close();
  }

  @Test
  void a_right_answer_passes() {
    Outcome outcome = judge("return a + b;");

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.tests()).hasSize(2);
  }

  @Test
  void the_text_that_was_handed_over_counts_not_the_file() {
    course.write(course.exercise("01-1").file(), "no Java at all");

    assertThat(judge("return a + b;").state()).isEqualTo(State.PASSED);
  }

  @Test
  void an_endless_loop_is_told_with_its_line_long_before_the_deadline() {
    Outcome outcome = judge("while (true) {\n  a++;\n}");

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .containsPattern("thread \"tests\" was still running at Adder.java:[678], in add\\(\\)")
        .contains("It runs without end");
  }

  @Test
  void an_endless_loop_with_operations_on_the_disk_is_told_with_its_line() {
    Outcome outcome =
        judge(
            """
            while (new java.io.File("none").exists() == false) {
              a++;
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .containsPattern("thread \"tests\" was still running at Adder.java:[67], in add\\(\\)")
        .contains("It runs without end")
        .doesNotContain("operating system");
  }

  @Test
  void a_loop_that_fills_the_memory_slowly_is_told_with_its_line() {
    Outcome outcome =
        judge(
            """
            var all = new java.util.ArrayList<byte[]>();
            while (all.size() >= 0) {
              all.add(new byte[100_000]);
              if (all.size() > 1550) {
                all.removeLast();
                new java.io.File("none").exists();
              }
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome))
        .contains("the memory was full, and thread \"tests\" was still running at Adder.java:");
  }

  @Test
  void a_deadlock_is_told_with_both_lines() {
    Outcome outcome =
        judge(
            """
            Object one = new Object();
            Object two = new Object();
            java.util.concurrent.CountDownLatch both = new java.util.concurrent.CountDownLatch(2);
            Thread other = new Thread(() -> lock(two, one, both), "other");
            other.start();
            lock(one, two, both);
            return a + b;
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
              }\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .contains("a deadlock", "thread \"tests\"", "thread \"other\"")
        .containsPattern("(?s)waiting for a lock at Adder.java:25.*Adder.java:25");
  }

  @Test
  void a_forgotten_latch_is_told_with_its_line() {
    Outcome outcome =
        judge(
            """
            try {
              new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
              return 0;
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .contains("thread \"tests\" was waiting in CountDownLatch.await at Adder.java:7")
        .contains("Find who counts down");
  }

  @Test
  void a_task_that_waits_for_its_own_pool_is_told_so() {
    Outcome outcome =
        judge(
            """
            var pool = java.util.concurrent.Executors.newSingleThreadExecutor(
                task -> new Thread(task, "loop"));
            try {
              return pool.submit(() -> pool.submit(() -> a + b).get()).get();
            } catch (Exception e) {
              return 0;
            }\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .contains("thread \"loop\" was waiting in FutureTask.get at Adder.java:9")
        .contains("It is itself one of the threads that do the work.");
  }

  @Test
  void a_virtual_thread_that_waits_is_found_as_well() {
    Outcome outcome =
        judge(
            """
            try {
              Thread.ofVirtual().name("order 1").start(() -> {
                var never = new java.util.concurrent.CompletableFuture<Integer>();
                never.join();
              }).join();
            } catch (InterruptedException e) {
              return 0;
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .contains("virtual thread \"order 1\" was waiting in CompletableFuture.join")
        .contains("Adder.java:9");
  }

  @Test
  void a_virtual_thread_that_runs_without_end_is_told_with_its_line() {
    Outcome outcome =
        judge(
            """
            try (var threads = java.util.concurrent.Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("order 1").factory())) {
              threads.submit(() -> {
                while (true) {}
              });
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .contains("virtual thread \"order 1\" was still running at Adder.java:9")
        .contains("ThreadPerTaskExecutor.close");
  }

  @Test
  void a_wait_is_told_with_its_line_while_virtual_threads_hand_over_to_one_another() {
    Outcome outcome =
        judge(
            """
            var queue = new java.util.concurrent.SynchronousQueue<Integer>();
            for (int i = 0; i < 4; i++) {
              Thread.startVirtualThread(() -> {
                try {
                  for (int put = 0; ; put++) queue.put(put);
                } catch (InterruptedException e) {
                }
              });
              Thread.startVirtualThread(() -> {
                try {
                  while (true) queue.take();
                } catch (InterruptedException e) {
                }
              });
            }
            return new java.util.concurrent.CompletableFuture<Integer>().join();\
            """);

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome))
        .containsPattern("CompletableFuture.join\\n *Adder.add  Adder.java:21")
        .containsPattern("a virtual thread without a name, [A-Z_]+\\n *SynchronousQueue");
  }

  @Test
  void after_a_failure_the_others_have_not_long_to_end() {
    Outcome outcome =
        judge(
            """
            if (b > 0) {
              return 0;
            }
            try {
              new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
              return 0;
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.tests()).hasSize(1);
    assertThat(notes(outcome)).anyMatch(note -> note.contains("no time left"));
  }

  @Test
  void output_without_end_is_stopped_and_cut() {
    Outcome outcome = judge("for (;;) System.out.println(\"round and round\");");

    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome)).contains("Adder.java:6");
    assertThat(outcome.output().lines()).isGreaterThan(1000);
    assertThat(outcome.output().cut()).isTrue();
    assertThat(outcome.output().head().length() + outcome.output().tail().length())
        .isLessThanOrEqualTo(SHORT.output());
  }

  @Test
  void a_million_lines_are_counted_and_do_not_hide_the_verdict() {
    Outcome outcome =
        judge("for (int i = 0; i < 500_000; i++) System.out.println(i);\nreturn a + b;");

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.output().lines()).isEqualTo(1_000_000);
    assertThat(outcome.output().head()).startsWith("0\n1\n");
    assertThat(outcome.output().tail()).endsWith("499999\n");
  }

  @Test
  void an_exit_of_the_whole_jvm_is_told_with_its_line() {
    Outcome outcome = judge("System.exit(3);\nreturn a + b;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome))
        .contains("exit(3) was called at Adder.java:6", "It ends the whole JVM");
  }

  @Test
  void a_jvm_that_is_gone_without_a_word_is_told() {
    Outcome outcome = judge("Runtime.getRuntime().halt(7);\nreturn a + b;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome)).contains("ended in the middle, with exit code 7");
  }

  @Test
  void a_jvm_that_is_gone_after_a_while_is_told_with_the_line_where_it_was_last() {
    Outcome outcome =
        judge(
            """
            try {
              Thread.sleep(3000);
            } catch (InterruptedException e) {
              return 0;
            }
            Runtime.getRuntime().halt(7);
            return a + b;\
            """);

    assertThat(message(outcome))
        .contains("exit code 7. It was last seen at Adder.java:7, in add()");
  }

  @Test
  void a_stack_overflow_is_told_with_its_line() {
    Outcome outcome = judge("return add(a, b) + 1;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.tests().getFirst().message())
        .contains("The stack overflowed at Adder.java:6", "add() calls itself");
  }

  @Test
  void a_full_memory_is_told_with_its_line() {
    Outcome outcome = judge("return a + b + new byte[400_000_000].length;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome))
        .contains("The memory was full at Adder.java:6", "a small heap", "whether the loop");
  }

  /** By the JVM's own error, or before it comes to that: it depends on how quick it grows. */
  @Test
  void a_memory_that_is_filled_bit_by_bit_is_told_with_its_line() {
    Outcome outcome =
        judge(
            """
            var all = new java.util.ArrayList<byte[]>();
            while (all.size() >= 0) {
              all.add(new byte[10_000_000]);
            }
            return a + b;\
            """);

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome)).containsPattern("(?i)the memory was full.* at Adder.java:[78]");
  }

  @Test
  void a_thread_left_running_is_noted_with_its_line() {
    Outcome outcome =
        judge(
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
  void a_thread_that_nobody_can_be_asked_to_end_is_not_noted() {
    Outcome outcome =
        judge(
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
        judge(
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

  @Test
  void a_run_that_is_stopped_says_where_it_was() throws InterruptedException {
    Recorder recorder = new Recorder();
    Tests.Run run = start(course.endless(), recorder);
    while (Files.notExists(course.running())) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    run.stop();

    Outcome outcome = recorder.outcomes.take();
    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome)).contains("was still running at Adder.java:7");
  }

  @Test
  void a_run_that_is_stopped_before_it_began_is_over_at_once() throws InterruptedException {
    Recorder recorder = new Recorder();
    start("while (true) {}", recorder).stop();

    assertThat(recorder.outcomes.take().state()).isEqualTo(State.TIMED_OUT);
  }

  @Test
  void a_run_that_is_abandoned_ends_and_the_next_one_is_judged() throws InterruptedException {
    Recorder endless = new Recorder();
    Tests.Run run = start("while (true) {}", endless);
    endless.compiled.await();
    run.abandon();

    assertThat(judge("return a + b;").state()).isEqualTo(State.PASSED);
    assertThat(endless.outcomes).hasSize(1);
  }

  @Test
  void nothing_is_left_on_disk_after_the_engine_is_closed() {
    judge("return a + b;");
    engine.close();

    assertThat(course.root().resolve(".workshop/run")).isEmptyDirectory();
  }

  @Test
  void closed_while_a_worker_is_being_warmed_it_ends_it_and_leaves_nothing() throws Exception {
    Set<Path> before = temporaryFolders();
    engine.prepare(course.exercise("01-1"));
    engine.prepare(course.exercise("01-2"));
    while (temporaryFolders().equals(before)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    engine.close();

    assertThat(temporaryFolders()).isEqualTo(before);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void closed_in_the_middle_of_a_run_it_ends_it_and_leaves_nothing() throws Exception {
    Set<Path> before = temporaryFolders();
    Recorder recorder = new Recorder();
    start(course.endless(), recorder);
    while (Files.notExists(course.running())) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    engine.close();

    assertThat(recorder.troubles).isEmpty();
    assertThat(temporaryFolders()).isEqualTo(before);
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** Those of workers of this very process. */
  private static Set<Path> temporaryFolders() throws IOException {
    String ours = "workshop-worker-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ours))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void what_a_killed_command_left_is_swept_away() throws IOException {
    Path left = course.root().resolve(".workshop/run/999999999/1-01-1");
    Files.createDirectories(left);
    Files.writeString(left.resolve("Adder.class"), "x");
    Path temporary = Files.createTempDirectory("workshop-worker-999999999-");

    new Engine(course.checkout(), FixtureCourse.equipment(), SHORT, course.exercise("01-0"))
        .close();

    assertThat(left.getParent()).doesNotExist();
    assertThat(temporary).doesNotExist();
  }

  @Test
  void a_worker_that_cannot_start_is_trouble_with_its_own_words() throws Exception {
    Equipment broken =
        new Equipment(
            Equipment.thisJava(),
            FixtureCourse.equipment().suiteClassPath(),
            List.of(Path.of("nothing.jar")));
    try (Engine other = new Engine(course.checkout(), broken, SHORT, course.exercise("01-0"))) {
      Recorder recorder = new Recorder();
      other.start(course.exercise("01-1"), new Subject.Draft(draft("return a + b;")), recorder);

      assertThat(recorder.troubles.take().what()).contains("does not start");
    }
  }

  private Outcome judge(String body) {
    Recorder recorder = new Recorder();
    start(body, recorder);
    try {
      return recorder.outcomes.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Tests.Run start(String body, Recorder recorder) {
    return engine.start(course.exercise("01-1"), new Subject.Draft(draft(body)), recorder);
  }

  private String draft(String body) {
    String starter = course.read(course.exercise("01-1").starter());
    int from = starter.indexOf("// TODO");
    int to = starter.indexOf(";", from) + 1;
    return starter.substring(0, from) + body + starter.substring(to);
  }

  private static String message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Cut.class);
    return ((Outcome.Cut) outcome).message();
  }

  private static List<String> notes(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Judged.class);
    return ((Outcome.Judged) outcome).notes();
  }

  private static final class Recorder implements Tests.Listener {

    final CountDownLatch compiled = new CountDownLatch(1);
    final List<TestResult> results = new ArrayList<>();
    final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    final BlockingQueue<Trouble> troubles = new LinkedBlockingQueue<>();

    @Override
    public void compiled(Set<String> sources) {
      compiled.countDown();
    }

    @Override
    public void ended(TestResult result) {
      results.add(result);
    }

    @Override
    public void done(Outcome outcome) {
      outcomes.add(outcome);
    }

    @Override
    public void failed(Trouble trouble) {
      troubles.add(trouble);
    }
  }
}
