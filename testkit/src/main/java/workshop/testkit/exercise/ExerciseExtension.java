package workshop.testkit.exercise;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadLeakDetector;

/** Gives each test of a suite its disk and its ledgers, and balances the ledgers afterwards. */
final class ExerciseExtension
    implements BeforeEachCallback,
        ExecutionCondition,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        ParameterResolver {

  private static final Namespace OURS = Namespace.create(ExerciseExtension.class);

  /** What a loop without end does where nobody can stop it, such as elsewhere, is not tried. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getTestMethod().isPresent() && ofSuite(context).get(Diagnosis.class) != null
        ? ConditionEvaluationResult.disabled("not run: first mend the loop without end")
        : ConditionEvaluationResult.enabled(null);
  }

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    ThreadLeakDetector threads = ThreadLeakDetector.open();
    // No number after "workshop-": ./workshop sweeps away those whose process is no more.
    Path directory = Files.createTempDirectory("workshop-suite-");
    test.getStore(OURS).put(Bench.class, new Bench(directory, Disk.watch(directory), threads));
  }

  /** Lets a test fail in words, whatever the code under test has thrown. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable thrown)
      throws Throwable {
    Disk disk = bench(test).disk;
    if (disk.runaway().isPresent()) {
      throw runaway(test, disk.runaway().get());
    }
    throw new UnexpectedErrorDiagnosis(test.getRequiredTestClass()).explain(thrown, disk);
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    Bench bench = bench(test);
    Throwable failure = test.getExecutionException().orElse(null);
    Diagnosis swallowed = failure == null ? bench.disk.runaway().orElse(null) : null;
    bench.balance(swallowed == null ? failure : swallowed);
    if (swallowed != null) {
      throw runaway(test, swallowed);
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

  private static Diagnosis runaway(ExtensionContext test, Diagnosis told) {
    ofSuite(test).put(Diagnosis.class, told);
    return new UnexpectedErrorDiagnosis(test.getRequiredTestClass()).withLines(told);
  }

  private static Store ofSuite(ExtensionContext test) {
    return test.getParent().orElse(test).getStore(OURS);
  }

  private static Bench bench(ExtensionContext test) {
    return requireNonNull(test.getStore(OURS).get(Bench.class, Bench.class), "beforeEach has run");
  }

  /** What one test works with. */
  private record Bench(Path directory, Disk disk, ThreadLeakDetector threads) {

    /**
     * Checks that nobody is left behind, unless the test has failed already: then a file left open
     * is a consequence, and would hide the cause.
     */
    void balance(@Nullable Throwable failure) throws IOException {
      try (Disk closing = disk) {
        disk.openGates();
        if (failure == null) {
          threads.nobodyIsLeft();
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
