package workshop.runner.judge;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.worker.WorkerReply;
import workshop.runner.worker.WorkerRequest;

/**
 * The warm-up of one worker, which ends early when the worker is needed: after the current test.
 *
 * <p>One thread warms up, another may need the worker.
 */
final class WarmUp {

  /** How long a caller that needs the worker waits for the end of the current test. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** The same, as a multiple of the time a JVM takes to start: slow machines need longer. */
  private static final int STARTS = 4;

  // Guarded by this.
  private boolean wanted;
  private @Nullable WorkerProcess running;

  /**
   * Sends the worker a warm-up and blocks until it is done or the worker is dead.
   *
   * @return whether the worker is still usable
   */
  boolean run(WorkerProcess worker, WorkerRequest request, Duration longest)
      throws InterruptedException {
    synchronized (this) {
      if (wanted) {
        return true;
      }
      running = worker;
      worker.send(request);
    }
    Optional<WorkerReply> reply = worker.next(longest);
    synchronized (this) {
      running = null;
    }
    return reply.isPresent() && reply.get().kind() == WorkerReply.Kind.WARM;
  }

  synchronized boolean isWanted() {
    return wanted;
  }

  /**
   * Ends the warm-up after its current test.
   *
   * @return how long to wait for that
   */
  synchronized Duration want() {
    wanted = true;
    if (running == null) {
      return TIMEOUT;
    }
    running.send(WorkerRequest.endWarmUp());
    Duration adapted = running.startUp().multipliedBy(STARTS);
    return adapted.compareTo(TIMEOUT) > 0 ? adapted : TIMEOUT;
  }

  /** Kills the worker if it is still warming up. */
  synchronized void giveUp() {
    if (running != null) {
      running.kill();
    }
  }
}
