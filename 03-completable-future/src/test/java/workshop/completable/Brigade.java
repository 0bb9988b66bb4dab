package workshop.completable;

import workshop.testkit.thread.TrackedExecutor;

/** The two executors of a pipeline: readers, who may wait for the disk, and cooks, who may not. */
final class Brigade implements AutoCloseable {

  final TrackedExecutor readers = TrackedExecutor.withThreads("reader", 2);
  final TrackedExecutor cooks;
  final int cores;

  Brigade(int cores) {
    this.cores = cores;
    cooks = TrackedExecutor.withThreads("cook", cores);
  }

  /** Waits until nobody does anything any more but wait. */
  void settle() {
    readers.settle();
    cooks.settle();
    readers.settle(); // a cook may have been the one who woke a reader
  }

  boolean isIdle() {
    return readers.isIdle() && cooks.isIdle();
  }

  String whereTheyStand() {
    return readers.whereTheyStand() + "\n" + cooks.whereTheyStand();
  }

  @Override
  public void close() {
    cooks.close();
    readers.close();
  }
}
