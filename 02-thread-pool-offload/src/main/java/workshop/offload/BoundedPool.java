package workshop.offload;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * How many assistants, and how many orders may wait for one? A kitchen that never says no fills up
 * with orders until it runs out of memory; one with an assistant per order, until it runs out of
 * assistants.
 *
 * <p>The pool that {@code open} returns has a limit for both, and beyond it refuses at once: it
 * does not wait, does not work on the caller's thread, and does not drop an order in silence.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class BoundedPool {

  /**
   * Returns a pool that works with {@code threads} threads at once and keeps up to {@code places}
   * more tasks waiting. A task beyond that, or after shutdown, is refused with a {@link
   * RejectedExecutionException} that names the pool and says why.
   *
   * @param name the threads are platform threads, no daemons, and called {@code name-1} and so on
   * @param threads how many work at once, at least 1
   * @param places how many tasks may wait, at least 1
   */
  public ExecutorService open(String name, int threads, int places) {
    // TODO(02-2): a ThreadPoolExecutor with limits, named threads, and a refusal that says why.
    throw new UnsupportedOperationException("TODO(02-2): open a pool with limits");
  }
}
