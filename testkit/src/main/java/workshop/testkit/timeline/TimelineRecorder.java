package workshop.testkit.timeline;

import workshop.disk.Disk;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Heartbeat;

/**
 * Records a run from its start until {@link #stop}: the calls of the learner's methods, the
 * operations on a watched disk, heartbeats, and, if asked for, what each platform thread does every
 * millisecond.
 *
 * <p>Calls, operations and heartbeats are exact. Waiting is known from the samples alone, and so is
 * what a pool thread does between two operations. One run at a time: whatever else happens in this
 * JVM would be drawn as well.
 */
public final class TimelineRecorder implements AutoCloseable {

  private final Disk disk;
  private final long start = System.nanoTime();
  private final ThreadSampler sampler;

  private TimelineRecorder(Disk disk, ThreadSampler sampler) {
    this.disk = disk;
    this.sampler = sampler;
  }

  /** Returns a recorder of calls, operations and heartbeats from now on. */
  public static TimelineRecorder start(Disk disk) {
    return new TimelineRecorder(disk, ThreadSampler.off());
  }

  /** Returns a recorder that also looks at every platform thread about once a millisecond. */
  public static TimelineRecorder startSampling(Disk disk) {
    return new TimelineRecorder(disk, ThreadSampler.started());
  }

  /**
   * Returns what has happened since the start, and ends the sampling. To be called by the thread
   * that made the calls: what it does between two calls counts as free.
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

  /** Ends the sampling. */
  @Override
  public void close() {
    sampler.close();
  }
}
