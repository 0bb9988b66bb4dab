package workshop.offload;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
  private int unfinished; // accepted, and not yet run to its end on the loop; guarded by this
  private boolean closing; // guarded by this

  public TinyRuntime() {
    loop.start();
  }

  /**
   * Runs {@code task} on the loop, after what became ready before it. Returns at once; throws a
   * {@link RejectedExecutionException} if the runtime is closed.
   */
  public void execute(Runnable task) {
    accept();
    ready.add(task);
  }

  /**
   * Runs {@code work} on a blocking thread, and then {@code resume} on the loop, with the finished
   * future: its {@code get()} no longer waits. Returns at once; refuses as {@code execute} does.
   */
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    accept();
    FutureTask<T> task = new FutureTask<>(work); // keeps the result, or whatever is thrown
    // 1. Hand over. 2. The caller stays free: nothing here waits.
    blocking.execute(() -> {
      task.run();
      ready.add(() -> resume.accept(task)); // 3. Notify. To resume here would be the wrong thread.
    });
  }

  /** The loop. A task that throws is reported as uncaught, and the next one has its turn. */
  private void runLoop() {
    while (!isDone()) {
      try {
        Runnable task = ready.take(); // sleeps until there is one: no busy waiting
        try {
          task.run(); // 4. Resume.
        } finally {
          finish();
        }
      } catch (Throwable e) {
        Thread chef = Thread.currentThread();
        chef.getUncaughtExceptionHandler().uncaughtException(chef, e);
      }
    }
    blocking.close();
  }

  /**
   * Refuses what is new from outside, finishes what was accepted and all that it hands over in
   * turn, and ends every thread. Waits for that; so it is not for the loop itself to call.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (!closing) {
        closing = true;
        unfinished++;
        ready.add(() -> {}); // wakes a sleeping loop, so that it notices
      }
    }
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // we wait no longer; the loop ends without us
    }
  }

  private synchronized void accept() {
    // What is resumed while closing may hand over more: it was accepted with its consequences.
    if (closing && Thread.currentThread() != loop) {
      throw new RejectedExecutionException("the runtime is closed");
    }
    unfinished++;
  }

  private synchronized void finish() {
    unfinished--;
  }

  private synchronized boolean isDone() {
    return closing && unfinished == 0;
  }
}
