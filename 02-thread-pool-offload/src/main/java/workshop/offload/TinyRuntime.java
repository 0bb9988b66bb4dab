package workshop.offload;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * A whole kitchen: one chef who never waits, and four assistants for everything that blocks.
 *
 * <p>One loop thread runs short tasks, one after another, and sleeps while there are none. Work
 * that blocks takes four steps: hand it over; the loop stays free; a blocking thread finishes it
 * and notifies the loop; the loop resumes with the result.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class TinyRuntime implements AutoCloseable {

  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final ExecutorService blocking =
      Executors.newFixedThreadPool(
          4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
  private final Thread loop =
      Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);

  /**
   * Runs {@code task} on the loop, after the tasks that became ready before it. Returns at once;
   * throws a {@link RejectedExecutionException} once {@code close} has been called.
   */
  public void execute(Runnable task) {
    throw new UnsupportedOperationException("TODO(02-5): start the loop, run the task on it");
  }

  /**
   * Runs {@code work} on a blocking thread, and then {@code resume} on the loop, with a future that
   * is done: its {@code get()} does not wait. Returns at once; rejects work as {@code execute}
   * does.
   */
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    // TODO(02-5): steps 1 to 3.
    throw new UnsupportedOperationException("TODO(02-5): hand over, and notify when done");
  }

  /** The loop. A task that throws is reported as uncaught, and the loop continues. */
  private void runLoop() {
    throw new UnsupportedOperationException("TODO(02-5): step 4, run what is ready");
  }

  /**
   * Rejects new tasks from every thread but the loop, finishes the accepted tasks and those that
   * the loop adds, and ends all threads. Waits for their end without a time limit, unless it is
   * interrupted. Must not be called on the loop.
   */
  @Override
  public void close() {
    throw new UnsupportedOperationException("TODO(02-5): refuse new tasks, finish, end, wait");
  }
}
