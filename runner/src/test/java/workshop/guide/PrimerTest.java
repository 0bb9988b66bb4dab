package workshop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that docs/primer.md prints do what the page says. */
class PrimerTest {

  @TempDir private Path folder;

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void a_thread_runs_concurrently_with_the_thread_that_started_it() throws InterruptedException {
    Runnable greeting = () -> lines.add("a line from " + Thread.currentThread().getName());
    Thread helper = new Thread(greeting, "helper");
    helper.start(); // returns at once
    helper.join(); // waits until the helper has ended

    assertThat(lines).containsExactly("a line from helper");
  }

  @Test
  void an_executor_takes_a_task_and_returns_a_future()
      throws IOException, InterruptedException, ExecutionException {
    Path log = Files.writeString(folder.resolve("kitchen.log"), "butter\n");

    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<Long> size = pool.submit(() -> Files.size(log)); // returns at once
      lines.add("the caller is free");
      lines.add(size.get() + " bytes"); // waits here until a pool thread has the result
    } // waits for all tasks, then ends the threads

    assertThat(lines).containsExactly("the caller is free", "7 bytes");
  }

  @Test
  void a_future_keeps_the_exception_of_its_task() throws InterruptedException {
    Path missing = folder.resolve("missing.log");

    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<Long> size = pool.submit(() -> Files.size(missing));
      try {
        size.get();
      } catch (ExecutionException e) {
        lines.add("the task failed: " + e.getCause());
      }
    }

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("the task failed: java.nio.file.NoSuchFileException")
        .endsWith("missing.log");
  }

  @Test
  void an_interrupt_is_a_request_and_catching_it_clears_the_flag() throws InterruptedException {
    BlockingQueue<String> orders = new LinkedBlockingQueue<>();
    Thread cook =
        new Thread(() -> {
          try {
            orders.take(); // waits for an order
          } catch (InterruptedException e) {
            lines.add("the flag is " + Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt(); // sets the flag again
            lines.add("the flag is " + Thread.currentThread().isInterrupted());
          }
        });
    cook.start();
    cook.interrupt();
    cook.join();

    assertThat(lines).containsExactly("the flag is false", "the flag is true");
  }
}
