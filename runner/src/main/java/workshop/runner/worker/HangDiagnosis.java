package workshop.runner.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;

/**
 * Says why a suite does not end, from what its threads were doing: names the learner's own line,
 * and what is likely wrong there.
 */
public final class HangDiagnosis {

  private static final int FRAMES_SHOWN = 6;

  private static final String LOOP =
      "Look at the loop around that line. What must change for it to end, and does it change on"
          + " every turn, also when 0 or -1 bytes come back?";

  /** What a call waits for, and who usually forgets to end the waiting. */
  @SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
  private enum Waiting {
    FOR_A_RESULT(
        Pitfall.A_FUTURE_THAT_IS_NEVER_COMPLETED,
        List.of("get", "join", "resultNow"),
        List.of("Future", "CompletableFuture", "FutureTask", "ForkJoinTask"),
        "It waits for a result that nobody has delivered.",
        "Find who completes it: is there a path, perhaps one with an error, on which nobody does?"),
    FOR_A_LATCH(
        Pitfall.A_LATCH_THAT_IS_NEVER_COUNTED_DOWN,
        List.of("await"),
        List.of("CountDownLatch", "CyclicBarrier", "Phaser"),
        "It waits until others have counted down or arrived, and not all of them have.",
        "Find who counts down: does everyone, also when something fails? A finally block does."),
    FOR_A_CONDITION(
        Pitfall.A_MISSED_SIGNAL,
        List.of("await", "wait"),
        List.of("Object", "Condition", "AbstractQueuedSynchronizer.ConditionObject"),
        "It waits to be notified, and nobody does, or somebody did before it began to wait.",
        "Find who notifies, and check the condition in a loop around the wait."),
    FOR_A_PERMIT(
        Pitfall.A_LOST_PERMIT,
        List.of("acquire", "acquireUninterruptibly"),
        List.of("Semaphore"),
        "It waits for a permit, and all are taken.",
        "Find who releases: does everyone who acquired, also when something fails?"),
    FOR_A_QUEUE(
        Pitfall.A_QUEUE_WITH_ONLY_ONE_END,
        List.of("take", "put", "transfer"),
        List.of("Queue", "Deque"),
        "It waits for the other end of a queue, and nobody comes.",
        "Find who puts what it takes (or takes what it puts): has that thread ended already?"),
    FOR_THE_END_OF_OTHERS(
        Pitfall.A_THREAD_THAT_NEVER_ENDS,
        List.of("close", "awaitTermination", "join"),
        List.of("Executor", "Thread", "Pool", "Builder"),
        "It waits until other threads have ended, and one of them does not.",
        "Look at the other threads below: what keeps them from ending?"),
    FOR_TIME(
        Pitfall.A_SLEEP_INSTEAD_OF_AN_EVENT,
        List.of("sleep", "sleep0", "sleepNanos"),
        List.of("Thread", "TimeUnit"),
        "It sleeps, and sleeps too long.",
        "Wait for the event itself (a future, a latch), not for time to pass."),
    FOR_A_LOCK(
        Pitfall.A_LOCK_THAT_IS_NEVER_RELEASED,
        List.of("lock", "lockInterruptibly"),
        List.of("Lock"),
        "It waits for a lock that another thread holds.",
        "Find who holds the lock: does it unlock, also when something fails?");

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

  /** The likeliest reason. */
  private record Reason(Pitfall pitfall, String observed, String meaning, String nextStep) {}

  private final List<DumpedThread> threads;
  private final Set<String> suiteFiles;

  private HangDiagnosis(List<DumpedThread> threads, Set<String> suiteFiles) {
    this.threads = threads;
    this.suiteFiles = suiteFiles;
  }

  /**
   * Returns the report on a suite that was stopped.
   *
   * @param seconds how long the test that did not end was waited for
   * @param threads all threads of the JVM
   * @param suiteFiles the names of the source files of the suite, and of what it uses: their lines
   *     are not the learner's
   * @param testsThread the name of the thread that runs the tests
   */
  public static FailureReport explain(
      long seconds, List<DumpedThread> threads, Set<String> suiteFiles, String testsThread) {
    HangDiagnosis hang = new HangDiagnosis(threads, suiteFiles);
    return hang.report("After " + seconds + " s", hang.reason(testsThread));
  }

  /** Returns the report on a suite that was stopped because hardly any memory was left. */
  public static FailureReport explainFullMemory(
      long seconds, List<DumpedThread> threads, Set<String> suiteFiles) {
    HangDiagnosis hang = new HangDiagnosis(threads, suiteFiles);
    Optional<Reason> reason =
        threads.stream()
            .filter(t -> t.learnersLine(suiteFiles).isPresent())
            .min(Comparator.comparing(t -> !t.isRunning()))
            .map(t ->
                new Reason(
                    Pitfall.A_FULL_HEAP,
                    t.title() + " was still running at " + hang.place(t),
                    "Either it runs without end, and leaves something behind on every turn, be it"
                        + " only the disk's record of an operation; or it holds more and more: a"
                        + " buffer, a list, a queue.",
                    LOOP));
    return hang.report(
        "After " + seconds + " s the memory was full, and",
        reason.orElse(
            new Reason(
                Pitfall.A_FULL_HEAP,
                "no thread was in your code",
                "What your code handed over goes on without end, or is held without bound.",
                "Look for a queue or a list that only grows, and for a task that starts others.")));
  }

  private FailureReport report(String begin, Reason reason) {
    Diagnosis diagnosis =
        Diagnosis.observed(begin + " " + reason.observed() + ".")
            .means(reason.meaning())
            .nextStep(reason.nextStep())
            .readOn(reason.pitfall().place());
    String dump = dump();
    return dump.isEmpty()
        ? diagnosis.report()
        : diagnosis.report().with("Threads in your code", dump);
  }

  private Reason reason(String testsThread) {
    List<DumpedThread> own =
        threads.stream().filter(t -> t.learnersLine(suiteFiles).isPresent()).toList();
    if (own.isEmpty()) {
      return new Reason(
          Pitfall.A_FUTURE_THAT_IS_NEVER_COMPLETED,
          testName(testsThread).map(test -> "\"" + test + "\"").orElse("the test")
              + " was still waiting, and no thread was in your code",
          "Something was handed over and then forgotten: a future that nobody completes, a latch"
              + " that nobody counts down, a task that was never started or died of an error.",
          "Follow the result from where it is made to where the test waits for it. Does every path"
              + " deliver it, also the one with an error?");
    }
    List<DumpedThread> deadlocked = own.stream().filter(DumpedThread::deadlocked).toList();
    if (deadlocked.size() > 1) {
      return deadlock(deadlocked.get(0), deadlocked.get(1));
    }
    return own.stream()
        .filter(DumpedThread::isRunning)
        .findFirst()
        .map(this::running)
        .orElseGet(() -> waiting(theOneToBlame(own, testsThread)));
  }

  /** A pool's thread that waits keeps others waiting, the tests' own thread among them. */
  private DumpedThread theOneToBlame(List<DumpedThread> own, String testsThread) {
    return own.stream()
        .filter(t -> !t.name().equals(testsThread))
        .findFirst()
        .orElse(own.getFirst());
  }

  private Reason deadlock(DumpedThread one, DumpedThread other) {
    return new Reason(
        Pitfall.A_DEADLOCK,
        one.title()
            + " was waiting for a lock at "
            + StackTraces.where(line(one))
            + ", and "
            + other.title()
            + " for one at "
            + StackTraces.where(line(other)),
        "Each holds the lock that the other one needs: a deadlock. Neither can ever go on.",
        "Take the locks in the same order everywhere, or do with one.");
  }

  private Reason running(DumpedThread thread) {
    StackTraceElement line = line(thread);
    Optional<StackTraceElement> called = thread.calledFrom(line);
    boolean inSystemCall =
        called.isPresent() && !thread.moved() && thread.frames().getFirst().getLineNumber() <= 0;
    if (inSystemCall) {
      return new Reason(
          Pitfall.A_SYSTEM_CALL_THAT_NEVER_RETURNS,
          at(thread, called.get(), line, "was inside"),
          "The operating system has not come back from this call, and the thread is held until it"
              + " does.",
          "Is this the thread that may wait there? If nothing holds the file, look at what the call"
              + " reads: it may wait for data that nobody sends.");
    }
    return new Reason(
        Pitfall.AN_ENDLESS_LOOP,
        thread.title() + " was still running at " + place(thread),
        "It runs without end: the condition that should end a loop never becomes true.",
        LOOP);
  }

  private String place(DumpedThread thread) {
    StackTraceElement line = line(thread);
    return StackTraces.where(line) + ", in " + StackTraces.method(line) + "()";
  }

  private Reason waiting(DumpedThread thread) {
    StackTraceElement line = line(thread);
    Optional<StackTraceElement> called = thread.calledFrom(line);
    if (called.isEmpty()) {
      return new Reason(
          Pitfall.A_LOCK_THAT_IS_NEVER_RELEASED,
          thread.title() + " was waiting for a lock at " + StackTraces.where(line),
          Waiting.FOR_A_LOCK.meaning,
          Waiting.FOR_A_LOCK.nextStep);
    }
    String observed = at(thread, called.get(), line, "was waiting in");
    Waiting kind = kindOf(called.get());
    if (kind == Waiting.FOR_A_RESULT && isOfAPool(thread)) {
      return new Reason(
          Pitfall.A_POOL_THAT_WAITS_FOR_ITSELF,
          observed,
          "It is itself one of the threads that do the work. What it waits for may need this very"
              + " thread, or a pool whose threads all wait like this one.",
          "Do not wait on a thread of the pool or of the loop: say what comes next (a continuation),"
              + " or let another executor do the waiting.");
    }
    return new Reason(kind.pitfall, observed, kind.meaning, kind.nextStep);
  }

  private static Waiting kindOf(StackTraceElement called) {
    for (Waiting kind : Waiting.values()) {
      if (kind.matches(called)) {
        return kind;
      }
    }
    return Waiting.FOR_A_RESULT;
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
        + StackTraces.where(line);
  }

  private StackTraceElement line(DumpedThread thread) {
    return thread.learnersLine(suiteFiles).orElseThrow();
  }

  private Optional<String> testName(String testsThread) {
    return threads.stream()
        .filter(t -> t.name().equals(testsThread))
        .flatMap(t -> t.frames().stream())
        .filter(f ->
            StackTraces.EXERCISE.equals(f.getClassLoaderName())
                && suiteFiles.contains(f.getFileName()))
        .reduce((inner, outer) -> outer)
        .map(f -> StackTraces.method(f).replace('_', ' '));
  }

  /** All threads that are in the learner's code, reduced to his lines and the call above them. */
  private String dump() {
    StringBuilder dump = new StringBuilder();
    for (DumpedThread thread : threads) {
      Optional<StackTraceElement> own = thread.learnersLine(suiteFiles);
      if (own.isPresent()) {
        dump.append("  ").append(thread.title()).append(", ").append(thread.state()).append('\n');
        thread.calledFrom(own.get()).ifPresent(f -> append(dump, f));
        thread.frames().stream()
            .filter(f -> StackTraces.isLearners(f, suiteFiles))
            .limit(FRAMES_SHOWN)
            .forEach(f -> append(dump, f));
      }
    }
    return dump.toString().stripTrailing();
  }

  private static void append(StringBuilder dump, StackTraceElement frame) {
    dump.append("    ")
        .append(StackTraces.call(frame))
        .append(
            StackTraces.EXERCISE.equals(frame.getClassLoaderName())
                ? "  " + StackTraces.where(frame)
                : "")
        .append('\n');
  }
}
