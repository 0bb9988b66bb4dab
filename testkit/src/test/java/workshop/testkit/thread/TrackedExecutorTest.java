package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class TrackedExecutorTest {

  @Test
  void the_threads_have_the_name_of_the_executor() {
    try (TrackedExecutor cooks = TrackedExecutor.withThreads("cook", 2)) {
      String thread = Await.result("a name", cooks.submit(() -> Thread.currentThread().getName()));

      assertThat(thread).isEqualTo("cook-1");
      assertThat(cooks.has(thread)).isTrue();
      assertThat(cooks.has("executor-1")).isFalse();
    }
  }

  @Test
  void the_executor_settles_when_each_task_has_ended_or_is_held() {
    try (TrackedExecutor tracked = TrackedExecutor.withThreads(2);
        FakeGate gate = new FakeGate()) {
      tracked.execute(gate::read);
      tracked.execute(() -> {});

      tracked.settle(gate);

      assertThat(gate.waiting()).isEqualTo(1);
      assertThat(tracked.isIdle()).isFalse();
      gate.open();
      // Unlike the disk's gate, this one looks like any other wait.
      Await.until("the one at the gate to have passed it", () -> gate.waiting() == 0);
      tracked.settle();
      assertThat(tracked.isIdle()).isTrue();
    }
  }

  @Test
  void the_executor_does_not_settle_while_a_task_computes() {
    AtomicBoolean enough = new AtomicBoolean();
    try (TrackedExecutor one = TrackedExecutor.withThreads(1);
        TemporaryDeadline _ = TemporaryDeadline.of("0.3")) {
      one.execute(() -> {
        while (!enough.get()) {
          Thread.onSpinWait();
        }
      });

      assertThatThrownBy(one::settle)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("the threads of \"executor\" to wait or to be idle");

      enough.set(true);
    }
  }

  @Test
  void a_future_that_is_never_completed_is_given_up_with_the_uncaught_exception() {
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      one.execute(() -> {
        throw new IllegalStateException("burnt");
      });

      assertThatThrownBy(() -> one.resultOf("cook(...)", new CompletableFuture<String>()))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The future of cook(...) is not complete",
              "no thread is left that could complete it.",
              "burnt\n      at TrackedExecutorTest.java:");
    }
  }

  @Test
  void a_task_that_waits_for_its_own_pool_is_named_and_does_not_keep_the_pool_open() {
    CompletableFuture<String> soup = new CompletableFuture<>();
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      one.execute(() -> {
        Future<String> inner = one.submit(() -> "soup");
        soup.complete(Await.result("the inner task", inner));
      });

      assertThatThrownBy(() -> one.resultOf("cook(...)", soup))
          .hasMessageContainingAll(
              "the thread that works on it is waiting", "tasks in the executor's queue: 1");
    }
  }

  @Test
  void an_operation_that_does_not_come_is_not_waited_for() {
    try (TrackedExecutor one = TrackedExecutor.withThreads(1);
        FakeGate gate = new FakeGate()) {
      CompletableFuture<String> reading = CompletableFuture.supplyAsync(gate::read, one);

      one.awaitAt(gate, 1, "read(...)", reading);
      assertThatThrownBy(() -> one.awaitAt(gate, 2, "read(...)", reading))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("Only 1 of 2 operations of read(...) reached the disk");

      gate.open();
      assertThat(one.resultOf("read(...)", reading)).isEqualTo("content");
    }
  }

  @Test
  void a_task_submitted_after_shutdown_is_rejected_in_plain_words() {
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      one.shutdown();

      assertThatThrownBy(() -> one.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class)
          .hasMessage("the executor has been shut down and takes no more tasks");
      assertThat(one.isIdle()).isTrue();
    }
  }

  @Test
  void a_rejection_is_found_whether_thrown_or_in_the_future() {
    RejectedExecutionException refusal = new RejectedExecutionException();
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      assertThat(
              one.refusalOf(
                  "throwing",
                  Call.<CompletableFuture<String>>start(
                      "throwing",
                      () -> {
                        throw refusal;
                      })))
          .isSameAs(refusal);
      assertThat(
              one.refusalOf(
                  "failing", Call.start("failing", () -> CompletableFuture.failedFuture(refusal))))
          .isSameAs(refusal);
      assertThatThrownBy(() ->
              one.refusalOf(
                  "well", Call.start("well", () -> CompletableFuture.completedFuture("soup"))))
          .isInstanceOf(Diagnosis.class);
    }
  }
}
