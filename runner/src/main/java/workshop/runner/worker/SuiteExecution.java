package workshop.runner.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.Judge;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;
import workshop.testkit.exercise.Verdict;

/**
 * The execution of one suite. The tests run on a thread of their own, while the calling thread
 * watches them with a {@link Watchdog}.
 */
final class SuiteExecution {

  private static final String TESTS = "tests";
  private static final String NO_TIME = "no time was left for it";
  private static final int DEATHS_SHOWN = 3;

  private final WorkerRequest request;
  private final WorkerConnection connection;
  private final CapturedOutput capture;
  private final SuiteProgress progress = new SuiteProgress();
  private final List<String> deaths = new ArrayList<>();
  private final LearnersCode learners;
  private final LeftoverThreads leftovers;
  private final CrashDiagnosis crashes;
  private final Watchdog watchdog;

  private volatile @Nullable Class<?> suite;

  SuiteExecution(WorkerRequest request, WorkerConnection connection) {
    this.request = request;
    this.connection = connection;
    this.capture = CapturedOutput.install(request.limits().outputBytes(), this::misused);
    this.learners = new LearnersCode(request.suiteFiles());
    this.leftovers = new LeftoverThreads(learners);
    this.crashes = new CrashDiagnosis(learners);
    this.watchdog =
        new Watchdog(
            progress,
            request.limits(),
            learners,
            TESTS,
            line -> reply(WorkerReply.of(WorkerReply.Kind.SLOW_LINE, line)));
  }

  /** Runs the suite and sends its verdict. Ends this JVM if the suite does not end by itself. */
  void run() throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(this::died);
    Thread tests = new Thread(this::judge, TESTS);
    // Not a daemon: a thread that the learner's code starts inherits this.
    tests.start();
    if (!watchdog.awaitEnd()) {
      stopOverdue();
    } else if (request.kind() == WorkerRequest.Kind.WARM_UP) {
      connection.send(WorkerReply.of(WorkerReply.Kind.WARM, ""));
    } else {
      sendVerdict();
    }
  }

  private void judge() {
    try (URLClassLoader loader = loader()) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> loaded = Class.forName(request.suite(), false, loader);
      suite = loaded;
      progress.finish(Judge.judge(loaded, this::ended, this::isEnough));
    } catch (Throwable anything) {
      // The learner must see every error, even an OutOfMemoryError that the test engine passes on.
      progress.crash(anything);
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

  private void ended(TestResult result) {
    progress.add(result);
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

  /** Stops the tests and reports where they were. */
  void stop() {
    progress.requestStop();
  }

  private void stopOverdue() {
    if (request.kind() == WorkerRequest.Kind.JUDGE) {
      connection.send(WorkerReply.of(overdue()));
    }
    WorkerExit.now();
  }

  private SuiteResult overdue() {
    if (progress.hasFailure()) {
      List<String> notes = new ArrayList<>(deaths());
      List<TestResult> remaining = remaining();
      // The learner then sees how many of all tests failed.
      remaining.forEach(test -> reply(WorkerReply.of(test)));
      notes.add(
          switch (remaining.size()) {
            case 0 -> "The suite was stopped because there was no time left.";
            case 1 -> "One test was stopped because there was no time left.";
            default -> remaining.size() + " tests were stopped because there was no time left.";
          });
      return new SuiteResult(State.FAILED, capture.output(), notes, false, null, null);
    }
    boolean full = watchdog.isMemoryFull();
    long waited = TimeUnit.NANOSECONDS.toSeconds(progress.sinceLastResult());
    FailureReport report =
        full
            ? HangDiagnosis.explainFullMemory(
                waited, ThreadDump.takeQuickly(), learners, watchdog.lastLine())
            : HangDiagnosis.explain(waited, ThreadDump.take(), learners, TESTS);
    State state = full ? State.FAILED : State.TIMED_OUT;
    return SuiteResult.stopped(state, capture.output(), report);
  }

  /** Returns the tests that have not ended, in order; none if they cannot be found. */
  private List<TestResult> remaining() {
    Class<?> loaded = suite;
    if (watchdog.isMemoryFull() || loaded == null) {
      return List.of(); // finding them would need memory, and none is left
    }
    try {
      List<String> names = new ArrayList<>(Judge.testsOf(loaded));
      progress.endedTests().forEach(names::remove);
      return names.stream().map(name -> TestResult.skipped(name, NO_TIME)).toList();
    } catch (RuntimeException | LinkageError broken) {
      return List.of();
    }
  }

  private void sendVerdict() throws InterruptedException {
    List<Thread> left = leftovers.find();
    progress.verdict().ifPresent(verdict -> sendVerdict(verdict, left));
    progress
        .crash()
        .map(cause -> crashes.ofError(cause, trace(cause)))
        .ifPresent(why -> reply(stopped(why)));
  }

  private void sendVerdict(Verdict verdict, List<Thread> left) {
    List<String> notes = new ArrayList<>(deaths());
    if (verdict.state() == State.PASSED) { // a failed test may not get to its cleanup
      notes.addAll(leftovers.describe(left));
    }
    reply(
        WorkerReply.of(
            new SuiteResult(
                verdict.state(),
                capture.output(),
                notes,
                left.isEmpty(),
                verdict.recorded().orElse(null),
                null)));
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

  /** Reports why the suite cannot continue, and ends this JVM. Does not return. */
  private void abort(FailureReport why) {
    reply(stopped(why));
    WorkerExit.now();
  }

  private WorkerReply stopped(FailureReport why) {
    return WorkerReply.of(SuiteResult.stopped(State.FAILED, capture.output(), why));
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
