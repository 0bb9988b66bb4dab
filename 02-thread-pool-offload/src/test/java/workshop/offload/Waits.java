package workshop.offload;

import java.lang.management.ManagementFactory;

/**
 * Finds out whether a thread is waiting, and how often the current thread has waited or slept so
 * far.
 */
final class Waits {

  private Waits() {}

  static long ofTheCurrentThread() {
    return ManagementFactory.getThreadMXBean()
        .getThreadInfo(Thread.currentThread().threadId())
        .getWaitedCount();
  }

  static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }
}
