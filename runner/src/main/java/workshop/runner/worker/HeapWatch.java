package workshop.runner.worker;

import org.jspecify.annotations.Nullable;

/**
 * Watches the heap. An endless loop fills it sooner or later, even if only with the disk's
 * recording of its operations. Keeps a reserve, so that there is memory left for the report.
 */
final class HeapWatch {

  private static final int RESERVE = 12 << 20;

  /** The collector does not let the heap get this full as long as part of it is garbage. */
  private static final double CERTAIN = 0.95;

  private static final double SUSPICIOUS = 0.62;
  private static final double FULL = 0.58;

  @SuppressWarnings("UnusedVariable") // its only purpose is to be held
  private volatile byte @Nullable [] reserve = new byte[RESERVE];

  /** Returns whether hardly any memory is left, not counting garbage. May pause the whole JVM. */
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

  /** Releases the reserve: from now on, only the verdict matters. */
  void release() {
    reserve = null;
  }
}
