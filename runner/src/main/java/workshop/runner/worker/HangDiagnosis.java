package workshop.runner.worker;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Explains why a suite does not end. From the stacks of its threads, it finds the learner's own
 * line and the most likely mistake there.
 */
public final class HangDiagnosis {

  private static final int FRAMES_SHOWN = 6;

  private static final String LOOP =
      "Look at the loop around that line. What must change for the loop to end? Does that change "
          + "on every turn, even after a read that returned 0 or -1?";

  /** What a call waits for, and the mistake that usually makes it wait forever. */
  @SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
  private enum Waiting {
    FOR_A_RESULT(
        Pitfall.A_FUTURE_THAT_IS_NEVER_COMPLETED,
        List.of("get", "join", "resultNow"),
        List.of("Future", "CompletableFuture", "FutureTask", "ForkJoinTask"),
        "The thread waits for a result that no other thread completes.",
        "Find the code that completes this result. Is there a path that does not complete it, "
            + "perhaps after an error?"),
    FOR_A_LATCH(
        Pitfall.A_LATCH_THAT_IS_NEVER_COUNTED_DOWN,
        List.of("await"),
        List.of("CountDownLatch", "CyclicBarrier", "Phaser"),
        "The thread waits until other threads have counted down or arrived, but some of them "
            + "never do.",
        "Find the code that counts down. Does this code run even when a task fails? If not, put "
            + "the code into a finally block."),
    FOR_A_CONDITION(
        Pitfall.A_MISSED_SIGNAL,
        List.of("await", "wait"),
        List.of("Object", "Condition", "AbstractQueuedSynchronizer.ConditionObject"),
        "The thread waits for a signal that never comes, or that came before the thread began to "
            + "wait.",
        "Find the code that signals, and check the condition in a loop around the wait."),
    FOR_A_PERMIT(
        Pitfall.A_LOST_PERMIT,
        List.of("acquire", "acquireUninterruptibly"),
        List.of("Semaphore"),
        "The thread waits for a permit, but all permits are taken.",
        "Find the code that releases permits. Does this code release every permit, even when an "
            + "operation fails?"),
    FOR_A_QUEUE(
        Pitfall.A_QUEUE_WITH_ONLY_ONE_END,
        List.of("take", "put", "transfer"),
        List.of("Queue", "Deque"),
        "The thread waits for another thread at the other end of a queue, but none comes.",
        "Find the thread at the other end of this queue. Has that thread already ended?"),
    FOR_THE_END_OF_OTHERS(
        Pitfall.A_THREAD_THAT_NEVER_ENDS,
        List.of("close", "awaitTermination", "join"),
        List.of("Executor", "Thread", "Pool", "Builder"),
        "The thread waits until other threads have ended, but one of them does not end.",
        "Look at the other threads in the list below. What keeps them from ending?"),
    FOR_TIME(
        Pitfall.A_SLEEP_INSTEAD_OF_AN_EVENT,
        List.of("sleep", "sleep0", "sleepNanos"),
        List.of("Thread", "TimeUnit"),
        "The thread sleeps for so long that the test cannot end in time.",
        "Wait for the event itself, with a future or a latch, instead of sleeping."),
    FOR_A_LOCK(
        Pitfall.A_LOCK_THAT_IS_NEVER_RELEASED,
        List.of("lock", "lockInterruptibly"),
        List.of("Lock"),
        "The thread waits for a lock that another thread holds.",
        "Find the code that holds the lock. Does this code release the lock even when an "
            + "operation fails?");

    final Pitfall pitfall;
    final List<String> methods;
    final List<String> types;
    final String meaning;
    final String nextStep;

    Waiting(
        Pitfall pitfall,
        List<String> methods,
        List<String> types,
        String meaning,
        String nextStep) {
      this.pitfall = pitfall;
      this.methods = methods;
      this.types = types;
      this.meaning = meaning;
      this.nextStep = nextStep;
    }

    boolean matches(StackTraceElement called) {
      return methods.contains(called.getMethodName())
          && types.stream().anyMatch(type -> called.getClassName().endsWith(type));
    }
  }

  private final String begin;
  private final List<DumpedThread> threads;
  private final LearnersCode learners;

  /** The threads that are in the learner's code. */
  private final List<DumpedThread> own;

  private HangDiagnosis(String begin, List<DumpedThread> threads, LearnersCode learners) {
    this.begin = begin;
    this.threads = threads;
    this.learners = learners;
    this.own = threads.stream().filter(t -> learners.line(t.frames()).isPresent()).toList();
  }

  /**
   * Returns the report on a suite that was stopped.
   *
   * @param seconds how long the runner waited for the test that did not end
   * @param threads all threads of the JVM
   * @param testsThread the name of the thread that runs the tests
   */
  public static FailureReport explain(
      long seconds, List<DumpedThread> threads, LearnersCode learners, String testsThread) {
    return new HangDiagnosis("After " + seconds + " s", threads, learners).report(testsThread);
  }

  /**
   * Returns the report on a suite that was stopped because hardly any memory was left.
   *
   * @param lastLine where the learner's code was before the memory was full; used if no thread is
   *     in that code anymore, for example because the error has just ended the thread. Empty if the
   *     line is unknown.
   */
  public static FailureReport explainFullMemory(
      long seconds, List<DumpedThread> threads, LearnersCode learners, String lastLine) {
    String begin = "After " + seconds + " s the memory was full, and";
    HangDiagnosis hang = new HangDiagnosis(begin, threads, learners);
    String observed =
        hang.own.stream()
            .min(Comparator.comparing(t -> !t.isRunning()))
            .map(t -> t.title() + " was still running at " + hang.place(t))
            .orElse(lastLine.isEmpty() ? "" : "your code was last seen at " + lastLine);
    return observed.isEmpty()
        ? hang.because(
            Pitfall.A_FULL_HEAP,
            "no thread was in your code",
            "The tasks that your code handed over never end, or your code keeps their data "
                + "without a limit.",
            "Look for a queue or a list that only grows, and for a task that starts more tasks.")
        : hang.because(
            Pitfall.A_FULL_HEAP,
            observed,
            "Perhaps a loop never ends and fills the memory, for example with the record of the "
                + "disk operations. Or a buffer, a list or a queue grows without a limit.",
            LOOP);
  }

  private FailureReport because(Pitfall pitfall, String observed, String meaning, String nextStep) {
    FailureReport report =
        new FailureReport(
            begin + " " + observed + ".", meaning, nextStep, pitfall.place(), List.of());
    String dump = dump();
    return dump.isEmpty() ? report : report.with("Threads in your code", dump);
  }

  private FailureReport report(String testsThread) {
    if (own.isEmpty()) {
      return because(
          Pitfall.A_FUTURE_THAT_IS_NEVER_COMPLETED,
          testName(testsThread).map(test -> "\"" + test + "\"").orElse("the test")
              + " was still waiting, and no thread was in your code",
          "No thread is left that could end this wait. Perhaps a future was never completed, or a "
              + "latch was never counted down. A task may also never have started, or have failed "
              + "with an error.",
          "Follow the result from the line that creates it to the line where the test waits for "
              + "it. Does every path complete the result, even after an error?");
    }
    List<DumpedThread> deadlocked = own.stream().filter(DumpedThread::deadlocked).toList();
    if (deadlocked.size() > 1) {
      return deadlock(deadlocked.get(0), deadlocked.get(1));
    }
    return own.stream()
        .filter(DumpedThread::isRunning)
        .findFirst()
        .map(this::running)
        .orElseGet(() -> waiting(culprit(testsThread)));
  }

  /**
   * Prefers a pool thread: while it waits, other threads, such as the tests' thread, wait for it.
   */
  private DumpedThread culprit(String testsThread) {
    return own.stream()
        .filter(t -> !t.snapshot().name().equals(testsThread))
        .findFirst()
        .orElse(own.getFirst());
  }

  private FailureReport deadlock(DumpedThread one, DumpedThread other) {
    return because(
        Pitfall.A_DEADLOCK,
        one.title()
            + " was waiting for a lock at "
            + LearnerFrames.place(line(one))
            + ", and "
            + other.title()
            + " for one at "
            + LearnerFrames.place(line(other)),
        "This is a deadlock: each thread holds the lock that the other one needs. Neither thread "
            + "can ever continue.",
        "Take the locks in the same order everywhere, or use a single lock.");
  }

  private FailureReport running(DumpedThread thread) {
    StackTraceElement line = line(thread);
    Optional<StackTraceElement> called = thread.calledFrom(line);
    boolean inSystemCall =
        called.isPresent() && !thread.moved() && thread.frames().getFirst().getLineNumber() <= 0;
    if (inSystemCall) {
      return because(
          Pitfall.A_SYSTEM_CALL_THAT_NEVER_RETURNS,
          at(thread, called.get(), line, "was inside"),
          "The thread is stuck until the operating system returns from this call.",
          "Is this thread allowed to wait there? If the suite does not hold the disk, check what "
              + "the call reads. The call may wait for data that no program sends.");
    }
    return because(
        Pitfall.AN_ENDLESS_LOOP,
        thread.title() + " was still running at " + place(thread),
        "The loop never ends, because the condition that should end it never becomes true.",
        LOOP);
  }

  private String place(DumpedThread thread) {
    return StackTraces.place(line(thread));
  }

  private FailureReport waiting(DumpedThread thread) {
    StackTraceElement line = line(thread);
    Optional<StackTraceElement> called = thread.calledFrom(line);
    if (called.isEmpty()) {
      return because(
          Pitfall.A_LOCK_THAT_IS_NEVER_RELEASED,
          thread.title() + " was waiting for a lock at " + LearnerFrames.place(line),
          Waiting.FOR_A_LOCK.meaning,
          Waiting.FOR_A_LOCK.nextStep);
    }
    String observed = at(thread, called.get(), line, "was waiting in");
    Waiting kind = kindOf(called.get());
    if (kind == Waiting.FOR_A_RESULT && isOfAPool(thread)) {
      return because(
          Pitfall.A_POOL_THAT_WAITS_FOR_ITSELF,
          observed,
          "A thread of a pool should work, and not wait. The result that it waits for may need "
              + "this very thread, or a pool whose threads all wait in the same way.",
          "Do not let a thread of a pool or an event loop wait. Chain the next step instead, or "
              + "wait on a thread of another executor.");
    }
    return because(kind.pitfall, observed, kind.meaning, kind.nextStep);
  }

  private static Waiting kindOf(StackTraceElement called) {
    return Arrays.stream(Waiting.values())
        .filter(kind -> kind.matches(called))
        .findFirst()
        .orElse(Waiting.FOR_A_RESULT);
  }

  private static boolean isOfAPool(DumpedThread thread) {
    return thread.frames().stream()
        .anyMatch(f ->
            f.getClassName().endsWith("ThreadPoolExecutor$Worker")
                || f.getClassName().endsWith("ForkJoinWorkerThread")
                || f.getClassName().contains("EventLoop")
                || f.getClassName().contains("EventExecutor"));
  }

  private static String at(
      DumpedThread thread, StackTraceElement called, StackTraceElement line, String verb) {
    return thread.title()
        + " "
        + verb
        + " "
        + StackTraces.call(called)
        + " at "
        + LearnerFrames.place(line);
  }

  private StackTraceElement line(DumpedThread thread) {
    return learners.line(thread.frames()).orElseThrow();
  }

  private Optional<String> testName(String testsThread) {
    return threads.stream()
        .filter(t -> t.snapshot().name().equals(testsThread))
        .flatMap(t -> t.frames().stream())
        .filter(f ->
            StackTraces.EXERCISE.equals(f.getClassLoaderName())
                && learners.suiteFiles().contains(f.getFileName()))
        .reduce((inner, outer) -> outer)
        .map(f -> LearnerFrames.method(f).replace('_', ' '));
  }

  /** Returns the threads in the learner's code, each with the learner's lines and the last call. */
  private String dump() {
    StringBuilder dump = new StringBuilder();
    for (DumpedThread thread : own) {
      dump.append("  ")
          .append(thread.title())
          .append(", ")
          .append(thread.snapshot().state())
          .append('\n');
      thread.calledFrom(line(thread)).ifPresent(f -> append(dump, f));
      thread.frames().stream()
          .filter(f -> learners.contains(f))
          .limit(FRAMES_SHOWN)
          .forEach(f -> append(dump, f));
    }
    return dump.toString().stripTrailing();
  }

  private static void append(StringBuilder dump, StackTraceElement frame) {
    dump.append("    ")
        .append(StackTraces.call(frame))
        .append(
            StackTraces.EXERCISE.equals(frame.getClassLoaderName())
                ? "  " + LearnerFrames.place(frame)
                : "")
        .append('\n');
  }
}
