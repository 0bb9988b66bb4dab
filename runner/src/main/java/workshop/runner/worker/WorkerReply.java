package workshop.runner.worker;

import com.google.gson.Gson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.testkit.exercise.TestResult;

/**
 * One line of a worker's output.
 *
 * @param text {@link Kind#READY}: the class of the worker's file system provider; {@link
 *     Kind#SLOW_LINE}: where the learner's code is
 * @param test {@link Kind#TEST}: the test that ended
 * @param result {@link Kind#RESULT}: how the suite ended
 */
public record WorkerReply(
    Kind kind, @Nullable String text, @Nullable TestResult test, @Nullable SuiteResult result) {

  /** The kind of reply. */
  public enum Kind {
    /** The worker waits for requests. */
    READY,
    /** The warm-up has ended. */
    WARM,
    /** A test ended. */
    TEST,
    /** A test is slow. */
    SLOW_LINE,
    /** The suite ended, or was stopped. */
    RESULT
  }

  /** The beginning of each reply: native code may print other lines. */
  private static final String MARK = "@workshop ";

  private static final Gson GSON = new Gson();

  static WorkerReply of(Kind kind, String text) {
    return new WorkerReply(kind, text, null, null);
  }

  static WorkerReply of(TestResult test) {
    return new WorkerReply(Kind.TEST, null, test, null);
  }

  static WorkerReply of(SuiteResult result) {
    return new WorkerReply(Kind.RESULT, null, null, result);
  }

  /** Returns this reply as a line, without the line break. */
  String toLine() {
    return MARK + GSON.toJson(this);
  }

  /** Returns the reply that a line holds; empty for other lines. */
  public static Optional<WorkerReply> fromLine(String line) {
    return line.startsWith(MARK)
        ? Optional.of(GSON.fromJson(line.substring(MARK.length()), WorkerReply.class))
        : Optional.empty();
  }
}
