package workshop.testkit.exercise;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.lang.Thread.UncaughtExceptionHandler;
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
 * Keeps what a thread throws and nobody catches, and shows it if the test fails: there it explains
 * something. Printed it would look like a failure in the log of a suite that passes. For a suite in
 * which threads are meant to fail: {@code @ExtendWith(Uncaught.class)}.
 */
public final class UncaughtExceptions
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {

  private static final Namespace OURS = Namespace.create(UncaughtExceptions.class);

  private record Kept(@Nullable UncaughtExceptionHandler before, Queue<String> errors) {}

  @Override
  public void beforeEach(ExtensionContext test) {
    Queue<String> errors = new ConcurrentLinkedQueue<>();
    test.getStore(OURS)
        .put(Kept.class, new Kept(Thread.getDefaultUncaughtExceptionHandler(), errors));
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> errors.add(told(thread, error)));
  }

  private static String told(Thread thread, Throwable error) {
    StringBuilder text = new StringBuilder("  \"" + thread.getName() + "\": " + error);
    for (StackTraceElement frame : error.getStackTrace()) {
      if (LearnerFrames.isLearners(frame)) {
        text.append("\n      at ").append(frame);
      }
    }
    return text.toString();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Thread.setDefaultUncaughtExceptionHandler(kept(test).before);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    Queue<String> errors = kept(test).errors;
    if (failure instanceof Diagnosis teaching && !errors.isEmpty()) {
      throw teaching.evidence(
          "Thrown on a thread and not caught", errors.stream().collect(joining("\n")));
    }
    throw failure;
  }

  private static Kept kept(ExtensionContext test) {
    return requireNonNull(test.getStore(OURS).get(Kept.class, Kept.class), "beforeEach has run");
  }
}
