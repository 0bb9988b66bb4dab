package workshop.runner.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.Judge;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;
import workshop.testkit.exercise.Verdict;

/**
 * The execution of one suite. The tests run on a thread of their own; the calling thread watches
 * how long they take.
 */
final class SuiteExecution {

  private static final String TESTS = "tests";
  private static final String NO_TIME = "no time was left for it";
  private static final int DEATHS_SHOWN = 3;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** A deadlock never ends by itself; it is reported after a second. */
  private static final long CERTAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long the JVM must be idle before a slow test counts as hanging. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final WorkerRequest request;
  private final WorkerConnection connection;
  private final CapturedOutput capture;
  private final long start = System.nanoTime();
  private final List<String> deaths = new ArrayList<>();
  private final LearnersCode learners;
  private final LeftoverThreads leftovers;
  private final CrashDiagnosis crashes;

  // Guarded by this.
  private long lastProgress = start;

  /** When the first test failed; 0 if none has failed. */
  private long firstFailure;

  private final List<String> ended = new ArrayList<>();
  private @Nullable Class<?> suite;

  private boolean stopped;
  private @Nullable Verdict verdict;
  private @Nullable Throwable crash;
  private @Nullable BusyThreads busy;

  // Used by the calling thread only.
  private final HeapWatch memory = new HeapWatch();
  private String lastSeen = "";
  private boolean full;
  private boolean deadlocked;

  SuiteExecution(WorkerRequest request, WorkerConnection connection) {
    this.request = request;
    this.connection = connection;
    this.capture = CapturedOutput.install(request.limits().outputBytes(), this::misused);
    this.learners = new LearnersCode(request.suiteFiles());
    this.leftovers = new LeftoverThreads(learners);
    this.crashes = new CrashDiagnosis(learners);
  }

  /** Runs the suite and sends its verdict. Ends this JVM if the suite does not end by itself. */
  void run() throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(this::died);
    Thread tests = new Thread(this::judge, TESTS);
    // Not a daemon: a thread that the learner's code starts inherits this.
    tests.start();
    if (!endsInTime()) {
      stopOverdue();
    } else if (request.kind() == WorkerRequest.Kind.WARM_UP) {
      connection.send(WorkerReply.of(WorkerReply.Kind.WARM, ""));
    } else {
      sayVerdict();
    }
  }

  private void judge() {
    try (URLClassLoader loader = loader()) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> loaded = Class.forName(request.suite(), false, loader);
      synchronized (this) {
        suite = loaded;
      }
      end(Judge.judge(loaded, this::progress, this::isEnough), null);
    } catch (Throwable anything) {
      // The learner must see every error, even an OutOfMemoryError that the test engine passes on.
      end(null, anything);
    }
  }

  /** Returns whether a warm-up can end: the command may need a less warm worker now. */
  private boolean isEnough() {
    return request.kind() == WorkerRequest.Kind.WARM_UP && connection.isWarmUpOver();
  }

  private URLClassLoader loader() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String folder : request.classes()) {
      urls.add(Path.of(folder).toUri().toURL());
    }
    return new URLClassLoader(
        StackTraces.EXERCISE, urls.toArray(URL[]::new), SuiteExecution.class.getClassLoader());
  }

  private synchronized void end(@Nullable Verdict verdict, @Nullable Throwable crash) {
    this.verdict = verdict;
    this.crash = crash;
    notifyAll();
  }

  private void progress(TestResult result) {
    synchronized (this) {
      lastProgress = System.nanoTime();
      ended.add(result.name());
      if (firstFailure == 0 && result.failed()) {
        firstFailure = lastProgress;
        notifyAll();
      }
    }
    reply(WorkerReply.of(crashes.explained(result)));
  }

  /** Sends a reply, unless this is a warm-up, whose results are of no interest. */
  private void reply(WorkerReply reply) {
    if (request.kind() == WorkerRequest.Kind.JUDGE) {
      connection.send(reply);
    }
  }

  private void died(Thread thread, Throwable cause) {
    String at = learners.at(List.of(cause.getStackTrace()));
    String name = thread.getName().isEmpty() ? "A thread" : "Thread \"" + thread.getName() + "\"";
    synchronized (deaths) {
      deaths.add(FailureReport.shortened(name + " died of " + cause) + at + ".");
    }
  }

  private boolean endsInTime() throws InterruptedException {
    boolean inTime = false;
    try {
      inTime = awaitEnd();
    } catch (OutOfMemoryError e) {
      // The error hit this thread by chance.
      full = true;
    } finally {
      memory.release();
    }
    return inTime || (full && awaitFailure());
  }

  /**
   * Waits a moment after the memory became full: the test may be about to fail with an error that
   * names the line.
   *
   * @return whether the suite has ended in the meantime
   */
  private synchronized boolean awaitFailure() throws InterruptedException {
    long end = System.nanoTime() + LOOK_NANOS;
    long left = LOOK_NANOS;
    try {
      while (verdict == null && crash == null && firstFailure == 0 && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (OutOfMemoryError stillFilling) {
      return false;
    }
    return verdict != null || crash != null;
  }

  /** Returns whether the tests ended in time. */
  private synchronized boolean awaitEnd() throws InterruptedException {
    while (verdict == null && crash == null) {
      long now = System.nanoTime();
      long left = deadline() - now;
      if (left <= 0 || stopped || isBusy(now)) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, LOOK_NANOS));
    }
    return true;
  }

  /** Returns whether to stop the suite; checks only slow tests, because most end sooner. */
  private boolean isBusy(long now) {
    if (now - lastProgress < LOOK_NANOS) {
      busy = null;
      return false;
    }
    BusyThreads known = busy;
    if (known == null) {
      known = new BusyThreads(learners);
      busy = known;
    }
    Optional<String> line = known.line(TESTS);
    line.filter(l -> !l.equals(lastSeen)).ifPresent(this::sayLook);
    full = line.isPresent() && memory.isFull();
    return full
        || known.anyFor(request.limits().busyMillis())
        || isDeadlocked(known, now)
        || isIdle(known, now);
  }

  /** Returns whether there is a deadlock; after a failure, the other tests may still run. */
  private boolean isDeadlocked(BusyThreads known, long now) {
    boolean certain = firstFailure == 0 && known.isDeadlocked(TESTS);
    boolean again = certain && deadlocked;
    deadlocked = certain;
    return again && now - lastProgress >= CERTAIN_NANOS;
  }

  /** Returns whether nothing in this JVM runs, so that nothing will change. */
  private boolean isIdle(BusyThreads known, long now) {
    long quiet = TimeUnit.NANOSECONDS.toMillis(now - lastProgress);
    return known.idleFor(now) >= IDLE_NANOS && quiet >= request.limits().idleMillis();
  }

  /** Sends the current line, in case this JVM dies before it can report more. */
  private void sayLook(String line) {
    lastSeen = line;
    reply(WorkerReply.of(WorkerReply.Kind.LOOK, line));
  }

  /** Returns when to stop; soon after a failure, because the learner can already work on it. */
  private long deadline() {
    Limits limits = request.limits();
    long quiet = TimeUnit.MILLISECONDS.toNanos(limits.quietMillis());
    long total = TimeUnit.MILLISECONDS.toNanos(limits.totalMillis());
    long afterFailure = TimeUnit.MILLISECONDS.toNanos(limits.afterFailureMillis());
    long end = Math.min(lastProgress + quiet, start + total);
    return firstFailure == 0 ? end : Math.min(end, firstFailure + afterFailure);
  }

  /** Stops the tests and reports where they were. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void stopOverdue() {
    if (request.kind() == WorkerRequest.Kind.JUDGE) {
      connection.send(WorkerReply.of(overdue()));
    }
    WorkerExit.now();
  }

  private SuiteResult overdue() {
    boolean hasFailure;
    long waited;
    synchronized (this) {
      hasFailure = firstFailure != 0;
      waited = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lastProgress);
    }
    if (hasFailure) {
      List<String> notes = new ArrayList<>(deaths());
      List<TestResult> remaining = remaining();
      // The learner then sees how many of all tests failed.
      remaining.forEach(test -> reply(WorkerReply.of(test)));
      notes.add(
          switch (remaining.size()) {
            case 0 -> "The remaining tests were stopped because there was no time left.";
            case 1 -> "One test was stopped because there was no time left.";
            default -> remaining.size() + " tests were stopped because there was no time left.";
          });
      return new SuiteResult(State.FAILED, capture.output(), notes, false, null, null);
    }
    FailureReport report =
        full
            ? HangDiagnosis.explainFullMemory(waited, ThreadDump.takeQuickly(), learners, lastSeen)
            : HangDiagnosis.explain(waited, ThreadDump.take(), learners, TESTS);
    State state = full ? State.FAILED : State.TIMED_OUT;
    return SuiteResult.stopped(state, capture.output(), report);
  }

  /** Returns the tests that have not ended, in order; none if they cannot be found. */
  private List<TestResult> remaining() {
    Class<?> loaded;
    List<String> done;
    synchronized (this) {
      loaded = suite;
      done = List.copyOf(ended);
    }
    if (full || loaded == null) {
      return List.of(); // finding them would take memory, and there is none
    }
    try {
      List<String> names = new ArrayList<>(Judge.testsOf(loaded));
      done.forEach(names::remove);
      return names.stream().map(name -> TestResult.skipped(name, NO_TIME)).toList();
    } catch (RuntimeException | LinkageError broken) {
      return List.of();
    }
  }

  private void sayVerdict() throws InterruptedException {
    Verdict reached;
    Throwable thrown;
    synchronized (this) {
      reached = verdict;
      thrown = crash;
    }
    List<Thread> left = leftovers.find();
    if (reached != null) {
      List<String> notes = new ArrayList<>(deaths());
      if (reached.state() == State.PASSED) { // a failed test may not get to its clean-up
        notes.addAll(leftovers.describe(left));
      }
      reply(
          WorkerReply.of(
              new SuiteResult(
                  reached.state(),
                  capture.output(),
                  notes,
                  left.isEmpty(),
                  reached.recorded().orElse(null),
                  null)));
    } else if (thrown != null) {
      FailureReport why = crashes.ofError(thrown, trace(thrown));
      reply(WorkerReply.of(SuiteResult.stopped(State.FAILED, capture.output(), why)));
    }
  }

  boolean isRun(long run) {
    return request.kind() == WorkerRequest.Kind.JUDGE && request.run() == run;
  }

  /** The code under test ends this JVM. */
  void exiting(String call, List<StackTraceElement> frames) {
    abort(crashes.ofExit(call, frames));
  }

  private void misused(CapturedOutput.Misuse misuse) {
    abort(crashes.ofMisuse(misuse, List.of(Thread.currentThread().getStackTrace())));
  }

  /** Reports why the suite cannot go on, and ends this JVM. Does not return. */
  private void abort(FailureReport why) {
    reply(WorkerReply.of(SuiteResult.stopped(State.FAILED, capture.output(), why)));
    WorkerExit.now();
  }

  private List<String> deaths() {
    synchronized (deaths) {
      return deaths.stream().distinct().limit(DEATHS_SHOWN).toList();
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
