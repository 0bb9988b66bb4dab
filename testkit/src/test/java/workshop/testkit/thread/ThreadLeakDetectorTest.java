package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.diagnosis.Diagnosis;

class ThreadLeakDetectorTest {

  @Test
  void earlier_threads_and_ended_threads_are_not_leaks() {
    try (ExecutorService before = Executors.newSingleThreadExecutor()) {
      Await.result("the first task", before.submit(() -> 1));
      ThreadLeakDetector detector = ThreadLeakDetector.open();

      try (ExecutorService during = Executors.newFixedThreadPool(3)) {
        Await.result("a task", during.submit(() -> 2));
      }

      detector.assertNoThreadIsLeft();
    }
  }

  @Test
  void a_thread_that_is_about_to_end_is_waited_for() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    Thread test = Thread.currentThread();
    Thread ending =
        Thread.ofPlatform()
            .name("ending")
            .start(() ->
                // The thread ends only once another thread waits for it.
                Await.until(
                    "the detector to join me",
                    () ->
                        Arrays.stream(test.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("join"))));

    detector.assertNoThreadIsLeft();

    assertThat(ending.isAlive()).isFalse();
  }

  @Test
  void an_executor_that_was_not_closed_is_reported_with_its_idle_thread() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    ExecutorService forgotten =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("forgotten").factory());
    try {
      Await.result("a task", forgotten.submit(() -> 1));

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "A thread is still alive after the test: \"forgotten\"",
              "A thread that is not a daemon keeps the program running",
              "Close the executor that you created",
              "\"forgotten\" waits in LinkedBlockingQueue.take",
              "(not a daemon)",
              "Lines that started threads\n  ThreadLeakDetectorTest.java:");
    } finally {
      forgotten.close();
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void a_task_that_still_runs_is_reported_with_its_line() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    try (FakeGate gate = new FakeGate()) {
      Thread reader = Thread.ofPlatform().name("reader").daemon().start(() -> gate.read());
      Await.until("the reader", () -> gate.isHeldBy(reader));

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "A thread is still alive after the test: \"reader\"",
              "Each call may add another thread",
              "Your work at ThreadLeakDetectorTest.java:",
              "has not ended");
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void a_virtual_thread_that_is_left_is_found() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    try (FakeGate gate = new FakeGate()) {
      Thread reader = Thread.ofVirtual().name("light").start(() -> gate.read());
      Await.until("the reader", () -> gate.isHeldBy(reader));

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "A thread is still alive after the test: \"light\"", "ThreadLeakDetectorTest.java:");
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void a_virtual_thread_that_keeps_running_is_found_even_if_it_cannot_be_listed() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    AtomicBoolean enough = new AtomicBoolean();
    Thread runner =
        Thread.ofVirtual()
            .start(() -> {
              while (!enough.get()) {
                Thread.onSpinWait();
              }
            });
    try (TemporaryDeadline _ = TemporaryDeadline.of("1")) {
      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "A thread is still alive after the test: a virtual thread",
              "is running or sleeping; its stack",
              "Wait for each virtual thread that you start");
    } finally {
      enough.set(true);
      Await.end("the runner", runner);
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void a_virtual_thread_that_sleeps_is_found_even_if_it_cannot_be_listed() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    Thread sleeper =
        Thread.ofVirtual().start(() -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(10)));
    try (TemporaryDeadline _ = TemporaryDeadline.of("1")) {
      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("a virtual thread is running or sleeping");
    } finally {
      LockSupport.unpark(sleeper);
      Await.end("the sleeper", sleeper);
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void an_earlier_virtual_thread_is_not_blamed_on_the_next_test() {
    AtomicBoolean enough = new AtomicBoolean();
    Thread runner =
        Thread.ofVirtual()
            .start(() -> {
              while (!enough.get()) {
                Thread.onSpinWait();
              }
            });
    try {
      Await.until("it to run", () -> Carriers.look().areBusy());

      assertThatCode(ThreadLeakDetector.open()::assertNoThreadIsLeft).doesNotThrowAnyException();
    } finally {
      enough.set(true);
      Await.end("the runner", runner);
    }
  }

  @Test
  void threads_that_the_jvm_starts_for_itself_are_not_counted(@TempDir Path directory)
      throws Exception {
    ThreadLeakDetector detector = ThreadLeakDetector.open();

    Await.result("the common pool", CompletableFuture.supplyAsync(() -> 1));
    new CompletableFuture<String>().orTimeout(1, TimeUnit.DAYS);
    Path file = Files.writeString(directory.resolve("a.txt"), "a");
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(file)) {
      Await.result("the default group", channel.read(ByteBuffer.allocate(1), 0));
    }
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      Await.result("a virtual thread", virtual.submit(() -> 1));
    }

    assertThatCode(detector::assertNoThreadIsLeft).doesNotThrowAnyException();
  }

  @Test
  void a_task_left_on_the_common_pool_counts_even_if_its_thread_is_older() {
    Await.result("the first task", CompletableFuture.supplyAsync(() -> 1));
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    try (FakeGate gate = new FakeGate()) {
      CompletableFuture<String> task = CompletableFuture.supplyAsync(gate::read);
      Await.until("the reader", () -> gate.waiting() == 1);

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll("ForkJoinPool.commonPool-worker-", " at ThreadLeakDetectorTest");
      gate.open();
      Await.result("the content", task);
    }
    detector.assertNoThreadIsLeft();
  }

  @Test
  void an_earlier_leak_is_not_blamed_on_the_next_test() {
    try (FakeGate gate = new FakeGate()) {
      CompletableFuture<String> task = CompletableFuture.supplyAsync(() -> gate.read());
      Thread virtual = Thread.ofVirtual().start(() -> gate.read());
      Await.until("the readers", () -> gate.waiting() == 2);
      ThreadLeakDetector detector = ThreadLeakDetector.open();

      detector.assertNoThreadIsLeft();

      gate.open();
      Await.result("the content", task);
      Await.end("the virtual reader", virtual);
    }
  }

  @Test
  void lines_that_created_threads_are_listed_except_those_of_the_testkit() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    CountDownLatch done = new CountDownLatch(1);
    Call.start("start()", (Call.Action) () -> startTwo(done)).returns();
    try {
      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .message()
          .contains("2 threads are still alive after the test: ")
          .containsPattern(
              "Lines that started threads\n  ThreadLeakDetectorTest\\.java:\\d+ \\(2 threads\\)$");
    } finally {
      done.countDown();
    }
    detector.assertNoThreadIsLeft();
  }

  private static void startTwo(CountDownLatch done) {
    for (int i = 0; i < 2; i++) {
      Thread.ofPlatform().start(() -> Await.latch("the end", done));
    }
  }
}
