package workshop.testkit.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import workshop.testkit.thread.ThreadSnapshot;

/** Looks at all platform threads about once a millisecond, on a daemon thread of its own. */
final class ThreadSampler implements AutoCloseable {

  /**
   * What a thread was seen doing at two or more looks in a row, as times of {@link
   * System#nanoTime}.
   */
  record Sample(ThreadSnapshot thread, Activity activity, long from, long to, String label) {}

  private static final long PAUSE_NANOS = 1_000_000;

  private final Thread thread;
  private final Map<Long, Sample> current = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private volatile boolean closed;

  private ThreadSampler() {
    thread = Thread.ofPlatform().daemon().name("timeline-sampler").unstarted(this::run);
  }

  /** Returns a sampler that never looks. */
  static ThreadSampler off() {
    return new ThreadSampler();
  }

  static ThreadSampler started() {
    ThreadSampler sampler = new ThreadSampler();
    sampler.thread.start();
    return sampler;
  }

  /** Ends the sampling; returns when its thread has ended. */
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

  /** Returns what was seen. To be called after {@link #close}. */
  List<Sample> samples() {
    List<Sample> all = new ArrayList<>(samples);
    all.addAll(current.values());
    return all;
  }

  private void run() {
    while (!closed) {
      long now = System.nanoTime();
      for (ThreadSnapshot seen : ThreadSnapshot.platform()) {
        if (seen.id() != thread.threadId()) {
          look(seen, now);
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look(ThreadSnapshot seen, long now) {
    Activity activity = activity(seen);
    String label = activity == Activity.WAITING ? seen.doing() : "";
    Sample before = current.get(seen.id());
    boolean same = before != null && before.activity() == activity && before.label().equals(label);
    if (before != null && !same) {
      samples.add(
          new Sample(before.thread(), before.activity(), before.from(), now, before.label()));
    }
    long from = same ? before.from() : now;
    current.put(seen.id(), new Sample(seen, activity, from, now, label));
  }

  private static Activity activity(ThreadSnapshot seen) {
    if (seen.isParked()) {
      return seen.line().isPresent() ? Activity.WAITING : Activity.FREE;
    }
    return seen.isBusy() ? Activity.RUNNING : Activity.FREE; // an idle event loop is runnable, too
  }
}
