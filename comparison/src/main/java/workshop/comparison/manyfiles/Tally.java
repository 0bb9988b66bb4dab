package workshop.comparison.manyfiles;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Records the operations of one window. Safe for use by many threads. */
final class Tally {

  private static final long TIMEOUT_SECONDS = 60;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Case wanted;
  private final long start = System.nanoTime();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Histogram latencies = new ConcurrentHistogram(1000, LONGEST_NANOS, 3);
  private final CountDownLatch slots;
  private volatile long end;

  /**
   * Opens the window.
   *
   * @param slots how many calls to {@link #slotEnded()} end the window
   */
  Tally(Case wanted, int slots) {
    this.wanted = wanted;
    this.slots = new CountDownLatch(slots);
  }

  /** Returns whether one more operation may begin, and counts it if so. */
  boolean take() {
    if (failure.get() != null) {
      return false;
    }
    return wanted.hasRoomFor(begun.getAndIncrement(), System.nanoTime() - start);
  }

  /**
   * Records the end of an operation that was due at {@code since}, a time of {@link
   * System#nanoTime()}.
   */
  void done(long since, int length, @Nullable Throwable problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    } else if (length != wanted.size()) {
      failure.compareAndSet(
          null, new IOException("read back %d of %d bytes".formatted(length, wanted.size())));
    } else {
      latencies.recordValue(Math.clamp(System.nanoTime() - since, 1000, LONGEST_NANOS));
    }
  }

  void slotEnded() {
    end = System.nanoTime(); // when the last one ends, not when the waiting thread wakes up
    slots.countDown();
  }

  long start() {
    return start;
  }

  /** Waits until all slots have ended. Returns the reply as a line of JSON. */
  String answer() throws Exception {
    boolean ended = slots.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    double seconds = (end - start) / 1e9;
    Throwable problem = failure.get();
    if (problem != null) {
      throw new IOException("an operation failed", problem);
    }
    if (!ended) {
      throw new IOException(
          "%d slots have not ended after %d s".formatted(slots.getCount(), TIMEOUT_SECONDS));
    }
    return json(latencies.getTotalCount(), seconds, latencies);
  }

  private static String json(long operations, double seconds, Histogram latencies) {
    StringBuilder line = new StringBuilder();
    line.append("{\"operations\":%d,\"seconds\":%.6f".formatted(operations, seconds));
    for (String percentile : Reply.PERCENTILES) {
      double millis = latencies.getValueAtPercentile(Double.parseDouble(percentile)) / 1e6;
      line.append(String.format(Locale.ROOT, ",\"%s\":%.4f", percentile, millis));
    }
    return line.append('}').toString();
  }
}
