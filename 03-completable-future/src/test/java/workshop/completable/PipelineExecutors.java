package workshop.completable;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/**
 * The two executors of a pipeline: one thread for the disk, and one thread per core for the work.
 */
final class PipelineExecutors implements AutoCloseable {

  /** More processor time than reading a few chunks can take, on any machine. */
  private static final long SPINNING_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  final TrackedExecutor io = TrackedExecutor.withThreads("io", 1);
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
    io.settle(); // a task on compute may have woken one on io
  }

  /** Expects, while the work is held, that the threads of io wait for it without computing. */
  void assertNoneSpins() {
    AtomicReference<ThreadSnapshot> spinning = new AtomicReference<>();
    Eventually.holds(() -> {
      List<ThreadSnapshot> threads =
          ThreadSnapshot.platform().stream().filter(thread -> io.has(thread.name())).toList();
      threads.stream().filter(PipelineExecutors::spins).forEach(spinning::set);
      return spinning.get() != null || threads.stream().allMatch(ThreadSnapshot::isParked);
    });
    if (spinning.get() != null) {
      throw ReadAheadPipelineDiagnosis.spins(spinning.get());
    }
  }

  private static boolean spins(ThreadSnapshot thread) {
    return !thread.isParked()
        && ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.id()) > SPINNING_NANOS;
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

  /** A thread that polls runs between two sleeps, so only threads that all sleep are looked at. */
  List<ThreadSnapshot> sleepingThreadsOfIo() {
    List<ThreadSnapshot> seen = new ArrayList<>();
    Eventually.holds(() -> {
      seen.clear();
      ThreadSnapshot.platform().stream().filter(t -> io.has(t.name())).forEach(seen::add);
      return seen.stream().noneMatch(thread -> thread.state() == Thread.State.RUNNABLE);
    });
    return seen;
  }
}
