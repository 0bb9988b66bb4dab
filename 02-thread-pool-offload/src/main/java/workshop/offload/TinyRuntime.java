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
 * The machine room of an asynchronous runtime: one chef, the loop thread, who must never wait, and
 * four assistants for whatever blocks. Four steps: hand over → the caller stays free → the
 * assistant is done and notifies → the loop resumes. Who has nothing to do sleeps.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class TinyRuntime implements AutoCloseable {

  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final ExecutorService blocking =
      Executors.newFixedThreadPool(4, Thread.ofPlatform().name("blocking-", 1).factory());
  private final Thread loop = Thread.ofPlatform().name("loop").unstarted(this::runLoop);

  /**
   * Runs {@code task} on the loop, after what became ready before it. Returns at once; throws a
   * {@link RejectedExecutionException} if the runtime is closed.
   */
  public void execute(Runnable task) {
    // TODO(02-5): put the task where the loop finds it; a constructor starts the loop.
    throw new UnsupportedOperationException("TODO(02-5): make the task ready for the loop");
  }

  /**
   * Runs {@code work} on a blocking thread, and then {@code resume} on the loop, with the finished
   * future: its {@code get()} no longer waits. Returns at once; refuses as {@code execute} does.
   */
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    // TODO(02-5): steps 1 to 3: hand over, stay free, and when the work is done, notify the loop.
    throw new UnsupportedOperationException("TODO(02-5): hand over, and notify when done");
  }

  /** The loop. A task that throws is reported as uncaught, and the next one has its turn. */
  private void runLoop() {
    // TODO(02-5): step 4: take what is ready and run it, until all is done and the runtime closed.
    throw new UnsupportedOperationException("TODO(02-5): run what is ready");
  }

  /**
   * Refuses what is new from outside, finishes what was accepted and all that it hands over in
   * turn, and ends every thread. Waits for that; so it is not for the loop itself to call.
   */
  @Override
  public void close() {
    // TODO(02-5): refuse what is new, let the loop finish what was accepted, wait for its end.
    throw new UnsupportedOperationException("TODO(02-5): close the runtime");
  }
}
