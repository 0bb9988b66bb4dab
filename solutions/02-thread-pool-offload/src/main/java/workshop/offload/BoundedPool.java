package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * How many assistants does the kitchen need, and how many orders may wait for one?
 *
 * <p>A pool whose queue has no limit fills the memory while the disk is slow; a pool whose threads
 * have no limit starts thousands of them. The pool that {@code open} returns has a limit for each.
 * A task beyond the limits is rejected at once: it does not wait, does not run on the caller's
 * thread, and is not dropped silently.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class BoundedPool {

  /**
   * Returns a pool that runs {@code threads} tasks at once and keeps up to {@code places} more in
   * its queue. A task beyond that, or after shutdown, is rejected with a {@link
   * RejectedExecutionException} whose message names the pool and the reason: it is full, or it is
   * shut down.
   *
   * @param name the threads are called {@code name-1}, {@code name-2} and so on; they are platform
   *     threads and never daemons, no matter which thread submits a task
   * @param threads how many tasks run at once, at least 1
   * @param places how many tasks may wait, at least 1
   */
  public ExecutorService open(String name, int threads, int places) {
    return new ThreadPoolExecutor(
        threads,
        threads, // a larger maximum would be used only once the queue is full
        0,
        SECONDS,
        new ArrayBlockingQueue<>(places),
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
        (task, pool) -> {
          String why =
              pool.isShutdown()
                  ? "it is shut down"
                  : "all %d threads are busy and %d tasks wait".formatted(threads, places);
          throw new RejectedExecutionException(name + " refuses the task: " + why);
        });
  }
}
