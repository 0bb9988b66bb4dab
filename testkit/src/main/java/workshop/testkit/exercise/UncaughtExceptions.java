package workshop.testkit.exercise;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * Collects the exceptions that end a thread, and shows them if the test fails. The JVM would print
 * them, which looks like a failure in the log of a suite that passes. For suites in which threads
 * fail on purpose: {@code @ExtendWith(UncaughtExceptions.class)}.
 */
public final class UncaughtExceptions
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {

  private static final Namespace OURS = Namespace.create(UncaughtExceptions.class);

  private static final String TITLE = "Thrown on a thread and not caught";

  private record Kept(@Nullable UncaughtExceptionHandler before, Queue<Uncaught> errors) {}

  private record Uncaught(Thread thread, Throwable error) {

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("  \"" + thread.getName() + "\": " + error);
      for (StackTraceElement frame : error.getStackTrace()) {
        if (LearnerFrames.isLearners(frame)) {
          text.append("\n      at ").append(frame);
        }
      }
      return text.toString();
    }
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    Queue<Uncaught> errors = new ConcurrentLinkedQueue<>();
    test.getStore(OURS)
        .put(Kept.class, new Kept(Thread.getDefaultUncaughtExceptionHandler(), errors));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> errors.add(new Uncaught(thread, error)));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Thread.setDefaultUncaughtExceptionHandler(kept(test).before);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    throw with(test, failure);
  }

  /**
   * Returns {@code failure} with the exceptions of this test: as evidence of a {@link Diagnosis},
   * as suppressed exceptions of any other. The order of the extensions does not matter: the second
   * call for a test adds nothing.
   */
  static Throwable with(ExtensionContext test, Throwable failure) {
    Kept kept = test.getStore(OURS).get(Kept.class, Kept.class);
    if (kept == null || kept.errors.isEmpty()) {
      return failure;
    }
    if (!(failure instanceof Diagnosis diagnosis)) {
      for (Uncaught each : kept.errors) {
        if (!each.error.equals(failure) && !List.of(failure.getSuppressed()).contains(each.error)) {
          failure.addSuppressed(each.error);
        }
      }
      return failure;
    }
    return diagnosis.report().evidence().stream().anyMatch(each -> each.title().equals(TITLE))
        ? diagnosis
        : diagnosis.evidence(
            TITLE, kept.errors.stream().map(Uncaught::toString).collect(joining("\n")));
  }

  private static Kept kept(ExtensionContext test) {
    return requireNonNull(test.getStore(OURS).get(Kept.class, Kept.class), "beforeEach has run");
  }
}
