package workshop.completable.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.thread.Await;

/**
 * For 03-1. A stage without Async in its name belongs to no thread. It runs on the thread that
 * completes the stage before it or, if that is complete already, on the thread that chains it.
 * Which of the two is a matter of luck, so a stage that waits for a disk must be given an executor.
 */
class NextStageTest {

  private final ExecutorService assistant =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "assistant"));

  @AfterEach
  void dismiss() {
    assistant.close();
  }

  @Test
  void a_stage_chained_before_completion_runs_on_the_completing_thread() {
    CompletableFuture<String> errand = new CompletableFuture<>();
    CompletableFuture<String> next = errand.thenApply(done -> Thread.currentThread().getName());

    assistant.execute(() -> errand.complete("back"));

    assertThat(Await.result("the next stage", next)).isEqualTo("assistant");
  }

  @Test
  void a_stage_chained_after_completion_runs_on_the_caller() {
    CompletableFuture<String> errand = CompletableFuture.supplyAsync(() -> "back", assistant);
    Await.result("the errand", errand);

    CompletableFuture<String> next = errand.thenApply(done -> Thread.currentThread().getName());

    assertThat(next).isCompletedWithValue(Thread.currentThread().getName());
  }

  @Test
  void an_Async_stage_with_an_executor_runs_there_in_either_case() {
    CompletableFuture<String> errand = new CompletableFuture<>();
    CompletableFuture<String> early =
        errand.thenApplyAsync(done -> Thread.currentThread().getName(), assistant);
    errand.complete("back");
    CompletableFuture<String> late =
        errand.thenApplyAsync(done -> Thread.currentThread().getName(), assistant);

    assertThat(Await.result("the early stage", early)).isEqualTo("assistant");
    assertThat(Await.result("the late stage", late)).isEqualTo("assistant");
  }
}
