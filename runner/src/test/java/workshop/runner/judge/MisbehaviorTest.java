package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static workshop.runner.judge.AdderJudge.message;
import static workshop.runner.judge.AdderJudge.notes;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Whatever the learner's code does, the judge survives and says what happened. */
@Execution(ExecutionMode.CONCURRENT)
class MisbehaviorTest {

  @TempDir private Path folder;
  private AdderJudge adder;

  @BeforeEach
  void set_up() throws IOException {
    adder = new AdderJudge(folder);
  }

  @AfterEach
  void clean_up() {
    adder.close();
  }

  private String timedOut(String body) {
    ExerciseResult outcome = adder.judge(body);
    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    return message(outcome);
  }

  private String failed(String body) {
    ExerciseResult outcome = adder.judge(body);
    assertThat(outcome.state()).isEqualTo(State.FAILED);
    return message(outcome);
  }

  private String overdue(String body) throws IOException {
    adder.close();
    adder = new AdderJudge(folder, AdderJudge.IMPATIENT);
    return timedOut(body);
  }

  @Test
  void an_endless_loop_is_reported_with_its_line_long_before_the_deadline() {
    String message = timedOut("while (true) {\n  a++;\n}");

    assertThat(message)
        .containsPattern("thread \"tests\" was still running at Adder.java:[678], in add\\(\\)")
        .contains("The loop never ends");
  }

  @Test
  void an_endless_loop_of_disk_operations_is_reported_with_its_line() {
    String message =
        timedOut(
            """
            while (new java.io.File("none").exists() == false) {
              a++;
            }
            return a + b;\
            """);

    assertThat(message)
        .containsPattern("thread \"tests\" was still running at Adder.java:[67], in add\\(\\)")
        .contains("The loop never ends")
        .doesNotContain("operating system");
  }

  @Test
  void a_forgotten_latch_is_reported_with_its_line() {
    String message =
        timedOut(
            """
            try {
              new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
              return 0;
            }
            return a + b;\
            """);

    assertThat(message)
        .contains("thread \"tests\" was waiting in CountDownLatch.await at Adder.java:7")
        .contains("Find the code that counts down");
  }

  @Test
  void a_task_that_waits_for_its_own_pool_is_recognized() {
    String message =
        timedOut(
            """
            var pool = java.util.concurrent.Executors.newSingleThreadExecutor(
                task -> new Thread(task, "loop"));
            try {
              return pool.submit(() -> pool.submit(() -> a + b).get()).get();
            } catch (Exception e) {
              return 0;
            }\
            """);

    assertThat(message)
        .contains("thread \"loop\" was waiting in FutureTask.get at Adder.java:9")
        .contains("A thread of a pool should work, and not wait.");
  }

  @Test
  void a_virtual_thread_that_waits_is_found_as_well() {
    String message =
        timedOut(
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

    assertThat(message)
        .contains("virtual thread \"order 1\" was waiting in CompletableFuture.join")
        .contains("Adder.java:9");
  }

  @Test
  void a_virtual_thread_that_never_ends_is_reported_by_the_thread_that_waits_for_it()
      throws IOException {
    String message =
        overdue(
            """
            try (var threads = java.util.concurrent.Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("order 1").factory())) {
              threads.submit(() -> {
                while (true) {}
              });
            }
            return a + b;\
            """);

    assertThat(message).contains("ThreadPerTaskExecutor.close");
  }

  @Test
  void a_wait_is_reported_with_its_line_while_virtual_threads_keep_switching() throws IOException {
    String message =
        overdue(
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

    assertThat(message).containsPattern("CompletableFuture.join\\n *Adder.add  Adder.java:21");
  }

  @Test
  void after_a_failure_the_other_tests_get_little_time() {
    ExerciseResult outcome =
        adder.judge(
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
    assertThat(outcome.tests())
        .extracting(TestResult::name, TestResult::status)
        .containsExactly(
            tuple("does it", TestResult.Status.FAILED),
            tuple("it adds what is negative", TestResult.Status.SKIPPED));
    assertThat(notes(outcome)).contains("One test was stopped because there was no time left.");
  }

  @Test
  void endless_output_is_stopped_and_truncated() {
    ExerciseResult outcome = adder.judge("for (;;) System.out.println(\"round and round\");");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(message(outcome)).contains("printed more than 8 MiB", "at Adder.java:6");
    assertThat(outcome.output().lines()).isGreaterThan(1000);
    assertThat(outcome.output().cut()).isTrue();
    assertThat(outcome.output().head().length() + outcome.output().tail().length())
        .isLessThanOrEqualTo(AdderJudge.SHORT.outputBytes());
  }

  @Test
  void a_million_lines_are_counted_and_do_not_hide_the_verdict() {
    ExerciseResult outcome =
        adder.judge("for (int i = 0; i < 500_000; i++) System.out.println(i);\nreturn a + b;");

    assertThat(outcome.state()).isEqualTo(State.PASSED);
    assertThat(outcome.output().lines()).isEqualTo(1_000_000);
    assertThat(outcome.output().head()).startsWith("0\n1\n");
    assertThat(outcome.output().tail()).endsWith("499999\n");
  }

  @Test
  void reading_standard_input_is_reported_with_its_line() {
    String message =
        failed(
            """
            try {
              return System.in.read() + a + b;
            } catch (java.io.IOException e) {
              return 0;
            }\
            """);

    assertThat(message).contains("System.in was read at Adder.java:7");
  }

  @Test
  void closing_standard_output_is_reported_with_its_line() {
    String message = failed("System.out.close();\nreturn a + b;");

    assertThat(message).contains("System.out was closed at Adder.java:6");
  }

  @Test
  void a_loop_in_another_class_and_in_a_lambda_is_reported_with_its_line() {
    adder.course.write(
        "01-kitchen/src/main/java/workshop/kitchen/Spoon.java",
        """
        package workshop.kitchen;

        class Spoon {
          static void stir() {
            Runnable stirring = () -> {
              while (true) {}
            };
            stirring.run();
          }
        }
        """);
    String message =
        timedOut(
            """
            Thread thread = new Thread(Spoon::stir, "stirring");
            thread.start();
            try {
              thread.join();
            } catch (InterruptedException e) {
              return 0;
            }
            return a + b;\
            """);

    assertThat(message).contains("thread \"stirring\" was still running at Spoon.java:6");
  }

  @Test
  void a_call_that_exits_the_jvm_is_reported_with_its_line() {
    String message = failed("System.exit(3);\nreturn a + b;");

    assertThat(message).contains("exit(3) was called at Adder.java:6", "ends the whole JVM");
  }

  @Test
  void a_jvm_that_vanishes_silently_is_reported() {
    String message = failed("Runtime.getRuntime().halt(7);\nreturn a + b;");

    assertThat(message).contains("ended before they were done, with exit code 7");
  }

  @Test
  void a_jvm_that_vanishes_later_is_reported_with_its_last_known_line() {
    ExerciseResult outcome =
        adder.judge(
            """
            try {
              Thread.sleep(1500);
            } catch (InterruptedException e) {
              return 0;
            }
            Runtime.getRuntime().halt(7);
            return a + b;\
            """);

    assertThat(message(outcome))
        .contains("exit code 7. Your code was last seen at Adder.java:7, in add()");
  }

  @Test
  void a_failure_with_a_huge_message_is_shortened_and_keeps_its_line() {
    ExerciseResult outcome =
        adder.judge("throw new IllegalStateException(\"x\".repeat(5_000_000) + a + b);");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.tests().getFirst().message())
        .hasSizeLessThan(3000)
        .contains("IllegalStateException: xxx", " more characters are cut");
    assertThat(outcome.tests().getFirst().trace())
        .hasSizeLessThan(300_000)
        .contains("(Adder.java:6)");
  }

  @Test
  void a_stack_overflow_is_reported_with_its_line() {
    ExerciseResult outcome = adder.judge("return add(a, b) + 1;");

    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.tests().getFirst().message())
        .contains("The stack overflowed at Adder.java:6", "add() calls itself");
  }
}
