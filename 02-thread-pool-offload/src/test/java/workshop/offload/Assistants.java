package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.testkit.disk.EventThread;

/**
 * A pool that a suite hands to an exercise. Its threads are known by their names, and closing it
 * never hangs, whatever the exercise has left in it.
 */
final class Assistants extends ThreadPoolExecutor {

  private Assistants(int threads) {
    super(
        threads,
        threads,
        0,
        SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().name("assistant-", 1).factory());
  }

  /** Returns a pool with {@code threads} threads, {@code assistant-1} and so on. */
  static Assistants hire(int threads) {
    return new Assistants(threads);
  }

  /** Returns whether {@code thread} belongs to such a pool. */
  static boolean isOne(EventThread thread) {
    return thread.name().startsWith("assistant-");
  }

  /**
   * Lets the tasks end, which takes no time when the disk is held no longer. What does not end is
   * cancelled, so that nobody waits for it for ever.
   */
  @Override
  public void close() {
    shutdown();
    try {
      if (awaitTermination(1, SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Runnable neverRun : shutdownNow()) {
      if (neverRun instanceof Future<?> future) {
        future.cancel(true);
      }
    }
  }
}
