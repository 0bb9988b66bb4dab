package workshop.completable;

import workshop.testkit.thread.TrackedExecutor;

/** The two executors of a pipeline: one for the disk, one for the work. */
final class PipelineExecutors implements AutoCloseable {

  final TrackedExecutor io = TrackedExecutor.withThreads("io", 2);
  final TrackedExecutor compute;
  final int cores;

  PipelineExecutors(int cores) {
    this.cores = cores;
    compute = TrackedExecutor.withThreads("compute", cores);
  }

  /** Waits until every task waits or has ended. */
  void settle() {
    io.settle();
    compute.settle();
    io.settle(); // a task of compute may have woken one of io
  }

  boolean areIdle() {
    return io.isIdle() && compute.isIdle();
  }

  String whereTheyStand() {
    return io.whereTheyStand() + "\n" + compute.whereTheyStand();
  }

  @Override
  public void close() {
    compute.close();
    io.close();
  }
}
