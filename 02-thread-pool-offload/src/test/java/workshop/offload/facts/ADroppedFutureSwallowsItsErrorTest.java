package workshop.offload.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import workshop.testkit.thread.Await;

/**
 * Belongs to 02-7. {@code submit} puts whatever a task throws into its future, and nowhere else: no
 * log, no uncaught exception. {@code execute} has no future, so the thread's handler gets it.
 */
class ADroppedFutureSwallowsItsErrorTest {

  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  private final Thread.Builder.OfPlatform worker =
      Thread.ofPlatform().uncaughtExceptionHandler((thread, error) -> uncaught.add(error));

  @Test
  void an_error_in_a_submitted_task_is_stored_only_in_its_future() {
    Future<?> dropped;
    try (ExecutorService pool = Executors.newSingleThreadExecutor(worker.factory())) {
      dropped = pool.submit(() -> Files.readString(Path.of("no-such-menu.txt")));
    }

    System.out.println("submit:  " + uncaught + " reached the handler");
    assertThat(uncaught).isEmpty();
    assertThat(dropped.state()).isEqualTo(Future.State.FAILED);
  }

  @Test
  void an_error_in_an_executed_task_reaches_the_handler_of_its_thread() {
    try (ExecutorService pool = Executors.newSingleThreadExecutor(worker.factory())) {
      pool.execute(() -> {
        throw new IllegalStateException("the task failed");
      });
    }

    // The pool counts as terminated just before its thread's handler is called.
    Await.until("the handler to get the error", () -> !uncaught.isEmpty());
    System.out.println("execute: " + uncaught + " reached the handler");
    assertThat(uncaught).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
