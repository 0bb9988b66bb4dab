package workshop.testkit.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import workshop.testkit.thread.ThreadSnapshot;

/** Samples all platform threads about once a millisecond, on its own thread. */
final class ThreadSampler implements AutoCloseable {

  /**
   * What a thread did in several consecutive samples. Times are those of {@link System#nanoTime}.
   */
  record Sample(ThreadSnapshot thread, Activity activity, long from, long to, String label) {

    Sample until(long end) {
      return new Sample(thread, activity, from, end, label);
    }
  }

  private static final long PAUSE_NANOS = 1_000_000;

  private final Thread thread;
  private final Map<Long, Sample> current = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private long lastLook;
  private volatile boolean closed;

  private ThreadSampler() {
    thread = Thread.ofPlatform().daemon().name("timeline-sampler").unstarted(this::run);
  }

  static ThreadSampler off() {
    return new ThreadSampler();
  }

  static ThreadSampler started() {
    ThreadSampler sampler = new ThreadSampler();
    sampler.thread.start();
    return sampler;
  }

  /** Ends the sampling. Returns when the sampling thread has ended. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the samples. Must be called after {@link #close}. */
  List<Sample> samples() {
    List<Sample> all = new ArrayList<>(samples);
    current.values().forEach(last -> all.add(last.until(lastLook)));
    return all;
  }

  private void run() {
    while (!closed) {
      long now = System.nanoTime();
      lastLook = now;
      for (ThreadSnapshot seen : ThreadSnapshot.platform()) {
        if (seen.id() != thread.threadId()) {
          look(seen, now);
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look(ThreadSnapshot seen, long now) {
    Optional<Activity> activity = activity(seen);
    String label = activity.equals(Optional.of(Activity.WAITING)) ? seen.doing() : "";
    Sample before = current.get(seen.id());
    if (before != null
        && activity.equals(Optional.of(before.activity()))
        && before.label().equals(label)) {
      return;
    }
    if (before != null) {
      samples.add(before.until(now));
      current.remove(seen.id());
    }
    activity.ifPresent(it -> current.put(seen.id(), new Sample(seen, it, now, now, label)));
  }

  /** Returns what the thread does; empty in a file operation, which the disk records. */
  private static Optional<Activity> activity(ThreadSnapshot seen) {
    if (seen.stack().stream().anyMatch(frame -> isIn(frame, "workshop.disk."))) {
      return Optional.empty();
    }
    if (!seen.isParked()) {
      // An idle event loop is runnable as well, in a native method that waits for events.
      return Optional.of(seen.isBusy() ? Activity.RUNNING : Activity.FREE);
    }
    boolean waitsForWork = seen.stack().stream().anyMatch(ThreadSampler::takesFromQueue);
    return Optional.of(seen.line().isPresent() && !waitsForWork ? Activity.WAITING : Activity.FREE);
  }

  private static boolean takesFromQueue(StackTraceElement frame) {
    return frame.getClassName().endsWith("Queue")
        && isIn(frame, "java.util.concurrent.")
        && (frame.getMethodName().equals("take") || frame.getMethodName().equals("poll"));
  }

  private static boolean isIn(StackTraceElement frame, String packages) {
    return frame.getClassName().startsWith(packages);
  }
}
