package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class BlockedCallerTest {

  private static final String SOON = "0.05";

  private final FakeGate gate = new FakeGate();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void release_the_held_threads() {
    gate.open();
    pool.shutdownNow();
    Await.until("the end of " + pool, pool::isTerminated);
  }

  @Test
  void a_caller_that_hands_over_and_returns_passes() {
    Call<CompletableFuture<String>> call =
        Call.start("read()", () -> CompletableFuture.supplyAsync(gate::read, pool));

    CompletableFuture<String> content = call.returnsWhileHeld(gate);

    assertThat(content).isNotDone();
    gate.open();
    assertThat(Await.result("the content", content)).isEqualTo("content");
  }

  @Test
  void an_operation_that_starts_after_the_return_is_waited_for() {
    CountDownLatch back = new CountDownLatch(1);
    Call<CompletableFuture<String>> call =
        Call.start(
            "read()",
            () ->
                CompletableFuture.supplyAsync(
                    () -> {
                      Await.latch("the return", back);
                      return gate.read();
                    },
                    pool));
    call.returns();
    pool.execute(back::countDown);

    assertThat(call.returnsWhileHeld(gate)).isNotDone();
  }

  @Test
  void a_caller_that_reads_itself_is_blocked_and_reported_at_once() {
    Call<CompletableFuture<String>> call =
        Call.start("read()", () -> CompletableFuture.completedFuture(gate.read()));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "The call to read() did not return while the disk held the READ of notes.txt: you"
                + " blocked the caller",
            "The thread \"caller\" waits in ",
            "The caller's own thread does the file operation",
            "Where the caller is");
  }

  @Test
  void a_caller_that_waits_for_the_pool_is_blocked_and_reported_with_its_line() {
    Call<String> call = Call.start("read()", () -> pool.submit(gate::read).get());

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "you blocked the caller",
            "\"caller\" waits in FutureTask.get at BlockedCallerTest.java:",
            "Another thread does the file operation, but the caller waits for it");
  }

  @Test
  void a_caller_that_waits_for_a_virtual_thread_is_blocked_too() {
    Call<String> call =
        Call.start(
            "read()",
            () -> {
              try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
                return virtual.submit(gate::read).get();
              }
            });

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "you blocked the caller", "Another thread does the file operation");
  }

  @Test
  void a_caller_that_waits_for_a_lock_is_blocked() {
    Object lock = new Object();
    pool.execute(() -> {
      synchronized (lock) {
        gate.read();
      }
    });
    Await.until("the reader", () -> gate.waiting() == 1);
    Call<?> call =
        Call.start(
            "size()",
            () -> {
              synchronized (lock) {
                return 0;
              }
            });

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "you blocked the caller", "\"caller\" waits for a lock at BlockedCallerTest.java:");
  }

  @Test
  void a_caller_that_keeps_polling_gets_the_whole_deadline() {
    Call<?> call =
        Call.start(
            "read()",
            () -> {
              var content = pool.submit(gate::read);
              while (!content.isDone()) {
                Thread.onSpinWait();
              }
              return content.get();
            });
    Await.until("the reader", () -> gate.waiting() == 1);

    try (TemporaryDeadline _ = TemporaryDeadline.of("0.2")) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll("you blocked the caller", "BlockedCallerTest.java:");
    }
  }

  @Test
  void waiting_for_a_thread_that_still_computes_does_not_count_as_blocked() {
    AtomicBoolean computed = new AtomicBoolean();
    CountDownLatch ready = new CountDownLatch(1);
    Thread slow =
        Thread.ofPlatform()
            .start(() -> {
              // Longer than the time after which a caller that waits counts as blocked.
              long millis = 3 * Quiescence.leastMillis() / 2;
              long start = System.nanoTime();
              while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(millis)) {
                Thread.onSpinWait();
              }
              computed.set(true);
              ready.countDown();
            });
    Call<CompletableFuture<String>> call =
        Call.start(
            "read()",
            () -> {
              var content = CompletableFuture.supplyAsync(gate::read, pool);
              ready.await();
              return content;
            });

    assertThat(call.returnsWhileHeld(gate)).isNotDone();
    assertThat(computed).isTrue();
    Await.end("the slow one", slow);
  }

  @Test
  void a_result_that_is_complete_before_the_disk_is_used_fails_the_test() {
    Call<?> call = Call.start("write()", () -> CompletableFuture.completedFuture("written"));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "the READ of notes.txt never reached the disk", "is already complete");
  }

  @Test
  void a_call_that_starts_no_operation_fails_the_test() {
    Call<?> call = Call.start("write()", () -> new CompletableFuture<String>());
    call.returns();

    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "the READ of notes.txt never reached the disk",
              "No thread started the file operation");
    }
  }

  @Test
  void a_caller_that_hangs_while_nothing_is_held_is_not_blocked_by_the_disk() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Call.start(
            "write()",
            () -> {
              never.await();
              return null;
            });
    Await.until("it to wait", () -> ThreadSnapshot.of(call.thread()).isParked());

    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("The test waited for write() to return and gave up after 0.05 s")
          .hasMessageContaining(
              "\"caller\" waits in CountDownLatch.await at BlockedCallerTest.java:")
          .hasMessageNotContaining("you blocked the caller");
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_result_that_failed_before_the_disk_is_used_shows_why() {
    IOException fault = new IOException("no such directory");
    Call<?> call = Call.start("write()", () -> CompletableFuture.failedFuture(fault));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContaining("the READ of notes.txt never reached the disk")
        .hasCause(fault);
  }
}
