package workshop.testkit.exercise;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;

/**
 * Runs one suite in this JVM and returns its verdict.
 *
 * <p>The tests run one after another on the calling thread. There is no deadline: to stop code that
 * hangs, end the JVM.
 */
public final class Judge {

  /** How many milliseconds of quiet make a wait give up. */
  private static final String STILLNESS = "workshop.stillness";

  /** Created once, because the search for engines opens every archive of the class path. */
  private static final Launcher LAUNCHER = launcher();

  private Judge() {}

  /**
   * Runs {@code suite} with the exercise class of the class path.
   *
   * @param progress called for each test as it ends, on the calling thread
   */
  public static Verdict judge(Class<?> suite, Consumer<TestResult> progress) {
    return judge(suite, progress, () -> false);
  }

  /**
   * Does the same, and skips the other tests once it is {@code enough}.
   *
   * @param enough called before the first test and after each test, on the calling thread
   */
  public static Verdict judge(
      Class<?> suite, Consumer<TestResult> progress, BooleanSupplier enough) {
    CancellationToken rest = CancellationToken.create();
    Runnable look =
        () -> {
          if (enough.getAsBoolean()) {
            rest.cancel();
          }
        };
    look.run();
    return judge(suite, progress.andThen(_ -> look.run()), rest);
  }

  /** Runs {@code suite} with {@code answer} in the place of the class that it extends. */
  public static Verdict judge(Class<?> suite, Class<?> answer) {
    try (Answer.Substitution _ = Answer.substitute(answer)) {
      return judge(suite, ended -> {});
    }
  }

  /**
   * Does the same up to the first failure: the threads that a wrong answer leaves would disturb the
   * next suites.
   */
  static Verdict judgeUpToTheFirstFailure(Class<?> suite, Class<?> answer) {
    AtomicBoolean failed = new AtomicBoolean();
    // Many wrong answers wait forever, so the build uses a shorter wait for them.
    System.setProperty(STILLNESS, "400");
    try (Answer.Substitution _ = Answer.substitute(answer)) {
      return judge(
          suite,
          ended -> failed.compareAndSet(false, ended.status() == TestResult.Status.FAILED),
          failed::get);
    } finally {
      System.clearProperty(STILLNESS);
    }
  }

  private static Verdict judge(
      Class<?> suite, Consumer<TestResult> progress, CancellationToken token) {
    Listener listener = new Listener(progress);
    RunRecorder.reset();
    long start = System.nanoTime();
    LAUNCHER.execute(
        LauncherExecutionRequestBuilder.request(request(suite))
            .listeners(listener)
            .cancellationToken(token)
            .build());
    return new Verdict(listener.state(), millisSince(start), listener.results, RunRecorder.kept());
  }

  /** Returns the names of the suite's tests in their order, without running them. */
  public static List<String> testsOf(Class<?> suite) {
    TestPlan plan = LAUNCHER.discover(request(suite));
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .map(TestIdentifier::getDisplayName)
        .toList();
  }

  private static LauncherDiscoveryRequest request(Class<?> suite) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(suite))
        // The verdict must not depend on configuration files of the machine.
        .enableImplicitConfigurationParameters(false)
        .build();
  }

  /** Loads only engines from the class path, and no listeners. */
  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static final class Listener implements TestExecutionListener {

    /** In characters. The stack trace begins with the message. */
    private static final int LONGEST_TRACE = 256 * 1024;

    private final Consumer<TestResult> progress;
    private final Map<TestIdentifier, Long> started = new HashMap<>();
    private final List<TestResult> results = new ArrayList<>();

    Listener(Consumer<TestResult> progress) {
      this.progress = progress;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      started.put(test, System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      add(TestResult.skipped(test.getDisplayName(), reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      // A container counts only if it failed itself: in a constructor or a @BeforeAll method.
      if (test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
        add(result(test, result));
      }
    }

    private TestResult result(TestIdentifier test, TestExecutionResult result) {
      String name = test.getDisplayName();
      long millis = millisSince(started.getOrDefault(test, System.nanoTime()));
      return switch (result.getStatus()) {
        case SUCCESSFUL -> TestResult.passed(name, millis);
        case ABORTED ->
            TestResult.skipped(name, result.getThrowable().map(Throwable::getMessage).orElse(""));
        case FAILED -> {
          Throwable why =
              result.getThrowable().orElseGet(() -> new AssertionError("failed without a reason"));
          FailureReport report = why instanceof Diagnosis told ? told.report().shortened() : null;
          yield new TestResult(
              name, TestResult.Status.FAILED, millis, messageOf(why), traceOf(why), report);
        }
      };
    }

    private void add(TestResult result) {
      results.add(result);
      progress.accept(result);
    }

    /** A suite in which no test passed accepts nothing. */
    State state() {
      if (results.stream().anyMatch(r -> r.status() == TestResult.Status.FAILED)) {
        return State.FAILED;
      }
      boolean anyPassed = results.stream().anyMatch(r -> r.status() == TestResult.Status.PASSED);
      return anyPassed ? State.PASSED : State.NO_TESTS;
    }

    /** The message of an assertion is enough; other errors need their type. */
    private static String messageOf(Throwable why) {
      String message = why.getMessage();
      return FailureReport.shortened(
          why instanceof AssertionError && message != null ? message : why.toString());
    }

    private static String traceOf(Throwable why) {
      BeginningWriter trace = new BeginningWriter(LONGEST_TRACE);
      why.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }
}
