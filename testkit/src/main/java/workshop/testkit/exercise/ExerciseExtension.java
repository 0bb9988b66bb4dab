package workshop.testkit.exercise;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import workshop.disk.Disk;
import workshop.disk.EndlessLoop;
import workshop.disk.WaitPolicy;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.assertion.EndlessLoopDiagnosis;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.AwaitilityDefaults;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Quiescence;
import workshop.testkit.thread.ThreadLeakDetector;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.timeline.TimelineRecorder;

/**
 * Gives each test of a suite its disk, and checks afterwards that no thread and no open file is
 * left.
 */
final class ExerciseExtension
    implements BeforeEachCallback,
        ExecutionCondition,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        ParameterResolver {

  private static final Namespace OURS = Namespace.create(ExerciseExtension.class);

  /**
   * After an endless loop, no other test of the suite runs, because it might loop without being
   * noticed.
   */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getTestMethod().isPresent() && ofSuite(context).get(Diagnosis.class) != null
        ? ConditionEvaluationResult.disabled("not run: fix the endless loop first")
        : ConditionEvaluationResult.enabled(null);
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    ThreadLeakDetector threads = ThreadLeakDetector.open();
    // No number after "workshop-": ./workshop removes directories with the number of an ended
    // process.
    Path directory = Files.createTempDirectory("workshop-suite-");
    Disk disk = Disk.watch(directory);
    disk.waitsBy(DeadlinePolicy::new);
    AwaitilityDefaults.set();
    test.getStore(OURS)
        .put(
            TestResources.class,
            new TestResources(directory, disk, threads, TimelineRecorder.start(disk)));
  }

  /** Explains whatever the code under test has thrown. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable thrown)
      throws Throwable {
    Disk disk = bench(test).disk;
    if (disk.endlessLoop().isPresent()) {
      throw endless(test, disk.endlessLoop().get(), thrown);
    }
    throw UncaughtExceptions.with(
        test, new UnexpectedErrorDiagnosis(test.getRequiredTestClass()).explain(thrown, disk));
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    TestResources bench = bench(test);
    Throwable failure = test.getExecutionException().orElse(null);
    EndlessLoop swallowed = failure == null ? bench.disk.endlessLoop().orElse(null) : null;
    RunRecorder.testEnded(test.getDisplayName(), failure == null, bench.recorder.stop());
    bench.end(failure != null || swallowed != null);
    if (swallowed != null) {
      throw endless(test, swallowed, null);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Disk.class;
  }

  @Override
  public Disk resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return bench(test).disk;
  }

  private static Diagnosis endless(
      ExtensionContext test, EndlessLoop loop, @Nullable Throwable thrown) {
    Diagnosis told = EndlessLoopDiagnosis.of(loop);
    if (thrown != null) {
      told.setStackTrace(thrown.getStackTrace());
    }
    ofSuite(test).put(Diagnosis.class, told);
    return new UnexpectedErrorDiagnosis(test.getRequiredTestClass()).withLines(told, thrown);
  }

  private static Store ofSuite(ExtensionContext test) {
    return test.getParent().orElse(test).getStore(OURS);
  }

  private static TestResources bench(ExtensionContext test) {
    return requireNonNull(
        test.getStore(OURS).get(TestResources.class, TestResources.class), "beforeEach has run");
  }

  /** Lets waits at the disk's gates end at quiescence or at the deadline. */
  private static final class DeadlinePolicy implements WaitPolicy {

    private final Quiescence quiescence = new Quiescence();

    @Override
    public Duration limit() {
      return Deadline.length();
    }

    @Override
    public boolean isHopeless() {
      return quiescence.isReached();
    }

    @Override
    public String programState() {
      return ThreadSnapshot.inLearnersCode();
    }
  }

  private record TestResources(
      Path directory, Disk disk, ThreadLeakDetector threads, TimelineRecorder recorder) {

    /**
     * Checks that no thread and no open file is left. After a failure it does not check, because an
     * open file is then a consequence of the failure.
     */
    void end(boolean failed) throws IOException {
      try (Disk closing = disk) {
        disk.openGates();
        if (!failed) {
          threads.assertNoThreadIsLeft();
          DiskAssert.assertThat(closing).everyHandleIsClosed();
        }
      } finally {
        removeAll();
      }
    }

    private void removeAll() throws IOException {
      try (Stream<Path> walk = Files.walk(directory)) {
        List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
