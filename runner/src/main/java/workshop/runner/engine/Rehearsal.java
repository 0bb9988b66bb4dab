package workshop.runner.engine;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.worker.Order;
import workshop.runner.worker.Reply;

/**
 * The warming up of one worker. It takes as long as it takes, as it ends early for whoever needs
 * the worker: after the test that is under way. What that test has loaded by then is needed anyway.
 *
 * <p>One thread warms up, another may want the worker.
 */
final class Rehearsal {

  /** So long somebody who wants the worker waits for the end of one test. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** On a machine that needs long to start a JVM, everything takes longer. */
  private static final int STARTS = 4;

  // Guarded by this.
  private boolean wanted;
  private @Nullable WorkerProcess rehearsing;

  /**
   * Has the worker carry out a warm-up and blocks until it has, or is gone.
   *
   * @return whether the worker is still of use
   */
  boolean hold(WorkerProcess worker, Order warmUp, Duration longest) throws InterruptedException {
    synchronized (this) {
      if (wanted) {
        return true;
      }
      rehearsing = worker;
      worker.order(warmUp);
    }
    Optional<Reply> reply = worker.next(longest);
    synchronized (this) {
      rehearsing = null;
    }
    return reply.isPresent() && reply.get().kind() == Reply.Kind.WARM;
  }

  synchronized boolean isWanted() {
    return wanted;
  }

  /**
   * Has a warm-up that is under way end soon, and none begin any more.
   *
   * @return after what time its end need not be waited for any longer
   */
  synchronized Duration want() {
    wanted = true;
    if (rehearsing == null) {
      return PATIENCE;
    }
    rehearsing.order(Order.enough());
    Duration adapted = rehearsing.startUp().multipliedBy(STARTS);
    return adapted.compareTo(PATIENCE) > 0 ? adapted : PATIENCE;
  }

  /** Ends the worker if it is still being warmed up. */
  synchronized void giveUp() {
    if (rehearsing != null) {
      rehearsing.kill();
    }
  }
}
