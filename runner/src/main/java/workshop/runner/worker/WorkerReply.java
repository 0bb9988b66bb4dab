package workshop.runner.worker;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/**
 * One line of a worker's output. Which parts are present depends on the kind.
 *
 * @param text {@link Kind#READY}: the class of the worker's file system provider; {@link
 *     Kind#LOOK}: where the learner's code is
 * @param test {@link Kind#TEST}: a test that ended
 * @param state {@link Kind#VERDICT}, {@link Kind#CUT}: how the suite ended
 * @param notes {@link Kind#VERDICT}: further remarks
 * @param reusable {@link Kind#VERDICT}: whether the run left nothing behind in this JVM
 * @param report {@link Kind#CUT}: why the suite did not run to its end
 * @param output {@link Kind#VERDICT}, {@link Kind#CUT}: what the code printed
 * @param recorded {@link Kind#VERDICT}: the run for the timeline
 */
public record WorkerReply(
    Kind kind,
    @Nullable String text,
    @Nullable TestResult test,
    @Nullable State state,
    @Nullable List<String> notes,
    boolean reusable,
    @Nullable FailureReport report,
    @Nullable Output output,
    @Nullable RecordedRun recorded) {

  /** What a line is about. */
  public enum Kind {
    /** The worker waits for requests. */
    READY,
    /** The warm-up has ended. */
    WARM,
    /** A test ended. */
    TEST,
    /** A test is slow. */
    LOOK,
    /** The last line of a suite that ran to its end. */
    VERDICT,
    /** The last line of this worker: the suite was stopped, or stopped the JVM. */
    CUT
  }

  /** The beginning of each reply: native code may print other lines. */
  private static final String MARK = "@workshop ";

  private static final Gson GSON = new Gson();

  static WorkerReply ready(String fileSystem) {
    return new WorkerReply(Kind.READY, fileSystem, null, null, null, true, null, null, null);
  }

  static WorkerReply warm() {
    return new WorkerReply(Kind.WARM, null, null, null, null, true, null, null, null);
  }

  static WorkerReply test(TestResult test) {
    return new WorkerReply(
        Kind.TEST, null, Truncation.of(test), null, null, false, null, null, null);
  }

  static WorkerReply look(String line) {
    return new WorkerReply(
        Kind.LOOK, Truncation.of(line), null, null, null, false, null, null, null);
  }

  static WorkerReply verdict(
      State state,
      List<String> notes,
      boolean reusable,
      Output output,
      @Nullable RecordedRun recorded) {
    List<String> shortened = notes.stream().map(Truncation::of).toList();
    return new WorkerReply(
        Kind.VERDICT, null, null, state, shortened, reusable, null, output, recorded);
  }

  static WorkerReply cut(State state, FailureReport report, Output output) {
    return new WorkerReply(
        Kind.CUT, null, null, state, null, false, Truncation.of(report), output, null);
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
