package workshop.testkit.thread;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Records the calls to the learner's methods: the last few thousand calls in this JVM. Safe for use
 * by many threads.
 */
public final class CallLog {

  /**
   * A call that has ended. Times are those of {@link System#nanoTime}.
   *
   * @param what the call as a learner knows it, such as {@code "read(path)"}
   */
  public record Entry(
      String what, long threadId, String threadName, long startNanos, long endNanos) {}

  private static final Recent<Entry> ENTRIES = new Recent<>();

  private CallLog() {}

  /** Runs {@code body} on the calling thread and records the call; returns what it returns. */
  public static <T extends @Nullable Object> T record(String what, Callable<T> body)
      throws Exception {
    long start = System.nanoTime();
    try {
      return body.call();
    } finally {
      Thread thread = Thread.currentThread();
      ENTRIES.add(new Entry(what, thread.threadId(), thread.getName(), start, System.nanoTime()));
    }
  }

  /** Returns the calls that began at {@code nanos} or later, in the order in which they ended. */
  public static List<Entry> since(long nanos) {
    return ENTRIES.copy().stream().filter(entry -> entry.startNanos - nanos >= 0).toList();
  }
}
