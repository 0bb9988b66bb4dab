package workshop.offload;

import static java.util.Objects.requireNonNull;

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
  private int unfinished; // accepted tasks and work that the loop has not finished; guarded by this
  private boolean closing; // guarded by this

  public TinyRuntime() {
    loop.start();
  }

  /**
   * Runs {@code task} on the loop, after the tasks that became ready before it. Returns at once;
   * throws a {@link RejectedExecutionException} once {@code close} has been called.
   */
  public void execute(Runnable task) {
    requireNonNull(task);
    accept();
    ready.add(task);
  }

  /**
   * Runs {@code work} on a blocking thread, and then {@code resume} on the loop, with a future that
   * is done: its {@code get()} does not wait. Returns at once; rejects work as {@code execute}
   * does.
   */
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work); // keeps the result, or what the work throws
    requireNonNull(resume);
    accept();
    // 1. Hand over. 2. Stay free: nothing in this method waits.
    blocking.execute(() -> {
      task.run();
      ready.add(() -> resume.accept(task)); // 3. Notify. This is the wrong thread to resume on.
    });
  }

  /** The loop. A task that throws is reported as uncaught, and the loop continues. */
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
        reportUncaught(e);
      }
    }
    blocking.close();
  }

  /**
   * Rejects new tasks from every thread but the loop, finishes the accepted tasks and those that
   * the loop adds, and ends all threads. Waits for their end without a time limit, unless it is
   * interrupted. Must not be called on the loop.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (!closing) {
        closing = true;
        unfinished++;
        ready.add(() -> {}); // wakes a sleeping loop, so that it looks at closing
      }
    }
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the loop finishes without us
    }
  }

  private synchronized void accept() {
    // While the runtime closes, a task on the loop may still hand over further tasks.
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

  /** Ignores what the handler itself throws, as the JVM does. */
  private static void reportUncaught(Throwable error) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    } catch (Throwable ignored) {
      // The loop must continue.
    }
  }
}
