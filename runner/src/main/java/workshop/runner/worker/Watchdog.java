package workshop.runner.worker;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a running suite and decides whether it has to be stopped: because its time is up, because
 * it computes without end, because no thread can run anymore, or because the memory is full. Used
 * by one thread, which does not run the tests.
 */
final class Watchdog {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** A deadlock never ends by itself; it is reported after a second. */
  private static final long CERTAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long the JVM must be idle before a slow test counts as hanging. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final SuiteProgress progress;
  private final Limits limits;
  private final LearnersCode learners;
  private final String testsThread;
  private final Consumer<String> report;
  private final HeapWatch memory = new HeapWatch();

  /** Measures the current test if it is slow. */
  private @Nullable BusyThreads busy;

  private String lastLine = "";
  private boolean full;
  private boolean deadlocked;

  /**
   * @param testsThread the name of the thread that runs the tests
   * @param report gets each new line of the learner's code at which a slow test is seen, in case
   *     this JVM dies before it can report more
   */
  Watchdog(
      SuiteProgress progress,
      Limits limits,
      LearnersCode learners,
      String testsThread,
      Consumer<String> report) {
    this.progress = progress;
    this.limits = limits;
    this.learners = learners;
    this.testsThread = testsThread;
    this.report = report;
  }

  /** Waits for the suite. Returns whether it ended by itself; if not, it has to be stopped. */
  boolean awaitEnd() throws InterruptedException {
    boolean ended = false;
    try {
      ended = watch();
    } catch (OutOfMemoryError e) {
      // Only by chance was it this thread that got the error.
      full = true;
    } finally {
      memory.release();
    }
    return ended || (full && awaitFailure());
  }

  /** Returns whether the memory was full, so that the report must use little of it. */
  boolean isMemoryFull() {
    return full;
  }

  /** Returns the line of the learner's code that was seen last in a slow test; empty if none. */
  String lastLine() {
    return lastLine;
  }

  private boolean watch() throws InterruptedException {
    while (!progress.isOver()) {
      long left = progress.timeLeft(limits);
      if (left <= 0 || progress.isStopRequested() || isHopeless()) {
        return false;
      }
      progress.awaitNews(Math.min(left, LOOK_NANOS));
    }
    return true;
  }

  /**
   * Waits a moment after the memory became full: the test may be about to fail with an error that
   * names the line.
   *
   * @return whether the suite has ended in the meantime
   */
  private boolean awaitFailure() throws InterruptedException {
    long end = System.nanoTime() + LOOK_NANOS;
    try {
      while (!progress.isOver() && !progress.hasFailure() && System.nanoTime() < end) {
        progress.awaitNews(end - System.nanoTime());
      }
      return progress.isOver();
    } catch (OutOfMemoryError stillFilling) {
      return false;
    }
  }

  /** Returns whether the suite cannot end by itself. Checks only slow tests: most end sooner. */
  private boolean isHopeless() {
    if (progress.sinceLastResult() < LOOK_NANOS) {
      busy = null;
      return false;
    }
    BusyThreads threads = busy;
    if (threads == null) {
      threads = new BusyThreads(learners);
      busy = threads;
    }
    Optional<String> line = threads.line(testsThread);
    line.filter(l -> !l.equals(lastLine))
        .ifPresent(l -> {
          lastLine = l;
          report.accept(l);
        });
    full = line.isPresent() && memory.isFull();
    return full || threads.anyFor(limits.busyMillis()) || isDeadlocked(threads) || isIdle(threads);
  }

  /** Returns whether there is a deadlock; after a failure, the other tests may still run. */
  private boolean isDeadlocked(BusyThreads threads) {
    boolean now = !progress.hasFailure() && threads.isDeadlocked(testsThread);
    boolean again = now && deadlocked;
    deadlocked = now;
    return again && progress.sinceLastResult() >= CERTAIN_NANOS;
  }

  /** Returns whether nothing in this JVM runs, so that nothing will change. */
  private boolean isIdle(BusyThreads threads) {
    long quiet = TimeUnit.NANOSECONDS.toMillis(progress.sinceLastResult());
    return threads.idleFor(System.nanoTime()) >= IDLE_NANOS && quiet >= limits.idleMillis();
  }
}
