package workshop.runner.worker;

import org.jspecify.annotations.Nullable;

/**
 * Watches over the heap, which code that runs without end fills sooner or later: at the least with
 * the disk's record of what it did. Keeps a reserve, so that there is memory left to say so.
 */
final class HeapWatch {

  private static final int RESERVE = 12 << 20;

  /** More than the collector lets come together if any of it is garbage. */
  private static final double CERTAIN = 0.95;

  private static final double SUSPICIOUS = 0.62;
  private static final double FULL = 0.58;

  @SuppressWarnings("UnusedVariable") // to hold it is all that it is for
  private volatile byte @Nullable [] reserve = new byte[RESERVE];

  /** Returns whether hardly anything is left, garbage not counted. May stop the whole JVM. */
  boolean isFull() {
    double used = used();
    if (used > CERTAIN) {
      return true;
    }
    if (used < SUSPICIOUS) {
      return false;
    }
    System.gc();
    return used() > FULL;
  }

  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
  }

  /** Gives the reserve back: from here on the verdict counts, and nothing else. */
  void release() {
    reserve = null;
  }
}
