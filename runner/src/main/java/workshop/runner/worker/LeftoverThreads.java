package workshop.runner.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.PermanentThreads;

/** The threads that a run started and left behind. */
final class LeftoverThreads {

  /** How long to wait in total for threads that are about to end. */
  private static final long TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final LearnersCode learners;

  /** Remembers the threads that exist now. */
  LeftoverThreads(LearnersCode learners) {
    this.learners = learners;
  }

  /**
   * Returns the threads that still run and would keep a program alive. Threads that cannot be ended
   * are not among them, unless they are in the learner's code.
   */
  List<Thread> find() throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT_NANOS;
    List<Thread> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && !thread.isDaemon() && canBeEnded(thread)) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        thread.join(Math.max(1, millis));
        if (thread.isAlive()) {
          left.add(thread);
        }
      }
    }
    return left;
  }

  private boolean canBeEnded(Thread thread) {
    return PermanentThreads.reasonToKeep(thread).isEmpty() || !at(thread).isEmpty();
  }

  /** Returns a remark about each of {@code threads}. */
  List<String> describe(Collection<Thread> threads) {
    return threads.stream().map(this::describe).toList();
  }

  private String describe(Thread thread) {
    String at = at(thread);
    return "Thread \""
        + thread.getName()
        + "\" is still running"
        + (at.isEmpty() ? " without a task" : at)
        + ". This thread would keep a program from ending. End every thread and executor that you "
        + "start.";
  }

  private String at(Thread thread) {
    return learners.at(List.of(thread.getStackTrace()));
  }
}
