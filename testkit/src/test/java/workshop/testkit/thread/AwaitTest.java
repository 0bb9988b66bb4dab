package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class AwaitTest {

  private static final String SOON = "0.05";

  @Test
  void the_result_of_any_kind_of_future_is_returned() {
    CompletableFuture<String> future = CompletableFuture.completedFuture("a");
    CompletionStage<String> stage = CompletableFuture.completedStage("b");
    Future<String> task = CompletableFuture.completedFuture("c");

    assertThat(Await.result("a", future)).isEqualTo("a");
    assertThat(Await.result("b", stage)).isEqualTo("b");
    assertThat(Await.result("c", task)).isEqualTo("c");
  }

  @Test
  void the_exception_of_a_failed_future_is_thrown_unchanged() {
    IOException fault = new IOException("disk full");

    assertThatThrownBy(() -> Await.result("the write", CompletableFuture.failedFuture(fault)))
        .isSameAs(fault);
    assertThatThrownBy(() -> Await.result("the write", CompletableFuture.failedStage(fault)))
        .isSameAs(fault);
    assertThat(Await.failure("the write", CompletableFuture.failedFuture(fault))).isSameAs(fault);
    assertThat(
            Await.failure(
                "the write",
                CompletableFuture.supplyAsync(() -> {
                  throw new CompletionException(fault);
                })))
        .isSameAs(fault);
  }

  @Test
  void a_todo_does_not_count_as_the_expected_failure() {
    UnsupportedOperationException todo = new UnsupportedOperationException("TODO(03-1): read it");

    assertThatThrownBy(() -> Await.failure("the read", CompletableFuture.failedFuture(todo)))
        .isSameAs(todo);
  }

  @Test
  void a_success_instead_of_an_expected_failure_fails_the_test() {
    assertThatThrownBy(() -> Await.failure("the write", CompletableFuture.completedFuture(42)))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "The write succeeded with 42, but it had to fail", "Either an error was swallowed");
    assertThatThrownBy(() -> Await.failure("the read", CompletableFuture.completedFuture("")))
        .hasMessageContaining("The read succeeded with an empty string, but it had to fail");
  }

  @Test
  void a_future_that_is_never_completed_is_reported_with_its_name_and_the_time() {
    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      CompletableFuture<String> forgotten = new CompletableFuture<>();

      assertThatThrownBy(() -> Await.result("the content of notes.txt", forgotten))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited 0.05 s for the content of notes.txt and gave up",
              "Last seen: a CompletableFuture that is not complete",
              "No thread completed the future",
              "Where your threads are");
      assertThatThrownBy(() -> Await.failure("the fault", forgotten))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("The test waited 0.05 s for the fault and gave up");
    }
  }

  @Test
  void a_wait_that_times_out_shows_what_the_learners_threads_wait_for() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (ExecutorService pool =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("pool-", 0).factory());
        ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> onPlatform = pool.submit(() -> waitFor(never));
      Future<?> onVirtual = virtual.submit(() -> waitFor(never));
      Await.until(
          "both to wait",
          () ->
              ThreadSnapshot.inLearnersCode().split("waits in CountDownLatch.await", -1).length
                  == 3,
          ThreadSnapshot::inLearnersCode);

      try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
        assertThatThrownBy(() -> Await.result("the content", new CompletableFuture<>()))
            .hasMessageContaining("\"pool-0\" waits in CountDownLatch.await at AwaitTest.java:")
            .hasMessageContaining("at workshop.testkit.thread.AwaitTest.waitFor(AwaitTest.java:")
            .message()
            .containsPattern(
                "virtual thread #\\d+ waits in CountDownLatch\\.await at AwaitTest\\.java:")
            .doesNotContain("LockSupport");
      } finally {
        never.countDown();
      }
      Await.result("the end", onPlatform);
      Await.result("the end", onVirtual);
    }
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return "done";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  @Test
  void a_wait_for_a_latch_that_times_out_reports_its_count() {
    Await.latch("nobody", new CountDownLatch(0));

    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> Await.latch("three readers", new CountDownLatch(3)))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited 0.05 s for three readers and gave up",
              "Last seen: 3 more to be counted down");
    }
  }

  @Test
  void a_condition_is_checked_until_it_holds() {
    AtomicInteger asked = new AtomicInteger();

    Await.until("the fifth time", () -> asked.incrementAndGet() == 5);

    assertThat(asked).hasValue(5);
  }

  @Test
  void a_condition_that_never_holds_is_reported_with_what_was_seen_last() {
    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> Await.until("two files", () -> false, () -> "1 file"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited 0.05 s for two files and gave up", "Last seen: 1 file");
      assertThatThrownBy(() -> Await.until("two files", () -> false))
          .hasMessageNotContaining("Last seen");
    }
  }

  @Test
  void a_thread_that_never_ends_is_reported_with_its_position() {
    Thread over = Thread.ofPlatform().start(() -> {});
    Await.end("the short one", over);
    assertThat(over.isAlive()).isFalse();

    try (FakeGate gate = new FakeGate()) {
      Thread stuck = Thread.ofPlatform().name("stuck").start(gate::read);
      Await.until("it to stand at the gate", () -> gate.isHeldBy(stuck));
      try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
        assertThatThrownBy(() -> Await.end("the long one", stuck))
            .isInstanceOf(Diagnosis.class)
            .hasMessageContainingAll(
                "The test waited 0.05 s for the long one", "Last seen: \"stuck\" ");
      }
    }
  }

  @Test
  void an_interrupted_wait_fails_and_keeps_the_flag() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Await.result("the content", new CompletableFuture<>()))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContaining("The test was interrupted while it waited for the content");
    assertThat(Thread.interrupted()).isTrue();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Await.until("the content", () -> false))
        .hasMessageContaining("The test was interrupted while it waited for the content");
    assertThat(Thread.interrupted()).isTrue();
  }
}
