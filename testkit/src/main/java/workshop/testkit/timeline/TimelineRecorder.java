package workshop.testkit.timeline;

import workshop.disk.Disk;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Heartbeat;

/**
 * Records a run until {@link #stop}: the calls to the learner's methods, the operations on a
 * watched disk and heartbeats. These are exact. With sampling, it also records what each platform
 * thread does every millisecond. Only one run may be recorded in the JVM at a time.
 */
public final class TimelineRecorder implements AutoCloseable {

  private final Disk disk;
  private final long start = System.nanoTime();
  private final ThreadSampler sampler;

  private TimelineRecorder(Disk disk, ThreadSampler sampler) {
    this.disk = disk;
    this.sampler = sampler;
  }

  /** Starts a recorder without sampling. */
  public static TimelineRecorder start(Disk disk) {
    return new TimelineRecorder(disk, ThreadSampler.off());
  }

  /** Starts a recorder with sampling. */
  public static TimelineRecorder startSampling(Disk disk) {
    return new TimelineRecorder(disk, ThreadSampler.started());
  }

  /**
   * Ends the run. Must be called by the thread that made the calls: between two calls it counts as
   * free.
   */
  public Timeline stop() {
    long end = System.nanoTime();
    sampler.close();
    TimelineBuilder timeline = new TimelineBuilder(start, end, Thread.currentThread().threadId());
    CallLog.since(start).forEach(timeline::addCall);
    sampler.samples().forEach(timeline::add);
    disk.recording().forEach(timeline::addOperation);
    Heartbeat.ticksSince(start).forEach(timeline::addTick);
    return timeline.build();
  }

  @Override
  public void close() {
    sampler.close();
  }
}
