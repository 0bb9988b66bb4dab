package workshop.runner.worker;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/**
 * One line that a worker says. Which parts are there depends on the kind.
 *
 * @param provider {@link Kind#READY}: the class of the file system that the worker runs on
 * @param test {@link Kind#TEST}: a test that ended
 * @param state {@link Kind#VERDICT}: how the suite ended
 * @param millis {@link Kind#VERDICT}: how long it ran
 * @param notes {@link Kind#VERDICT}: what else is worth knowing
 * @param reusable {@link Kind#VERDICT}: whether nothing of the run is left in this JVM
 * @param message {@link Kind#CUT}: why the suite did not run to its end, told for the learner;
 *     {@link Kind#LOOK}: a line of the learner's
 * @param output what the code printed: at a verdict or a cut
 * @param recorded {@link Kind#VERDICT}: the run that is worth a picture
 */
public record WorkerReply(
    Kind kind,
    @Nullable String provider,
    @Nullable TestResult test,
    @Nullable State state,
    long millis,
    @Nullable List<String> notes,
    boolean reusable,
    @Nullable String message,
    @Nullable Output output,
    @Nullable RecordedRun recorded) {

  /** What a line is about. */
  public enum Kind {
    /** The worker runs and waits for orders. */
    READY,
    /** The warm-up is over. */
    WARM,
    TEST,
    /** A test takes long; the message says where the learner's code is. */
    LOOK,
    /** The last line of a suite that ran to its end. */
    VERDICT,
    /** The last line of this worker: the suite was stopped, or stopped the JVM. */
    CUT
  }

  /** Stands before each line, so that nothing that native code prints is taken for one. */
  private static final String MARK = "@workshop ";

  private static final Gson GSON = new Gson();

  static WorkerReply ready(String provider) {
    return new WorkerReply(Kind.READY, provider, null, null, 0, null, true, null, null, null);
  }

  static WorkerReply warm() {
    return new WorkerReply(Kind.WARM, null, null, null, 0, null, true, null, null, null);
  }

  static WorkerReply test(TestResult test) {
    return new WorkerReply(
        Kind.TEST, null, Truncation.of(test), null, 0, null, false, null, null, null);
  }

  static WorkerReply look(String line) {
    return new WorkerReply(
        Kind.LOOK, null, null, null, 0, null, false, Truncation.of(line), null, null);
  }

  static WorkerReply verdict(
      State state,
      long millis,
      List<String> notes,
      boolean reusable,
      Output output,
      @Nullable RecordedRun recorded) {
    List<String> excerpts = notes.stream().map(Truncation::of).toList();
    return new WorkerReply(
        Kind.VERDICT, null, null, state, millis, excerpts, reusable, null, output, recorded);
  }

  static WorkerReply cut(State state, long millis, String message, Output output) {
    String excerpt = Truncation.of(message);
    return new WorkerReply(Kind.CUT, null, null, state, millis, null, false, excerpt, output, null);
  }

  /** Returns this as a line of its own, without its end. */
  String toLine() {
    return MARK + GSON.toJson(this);
  }

  /** Returns what a line says; empty for a line that no worker wrote. */
  public static Optional<WorkerReply> fromLine(String line) {
    return line.startsWith(MARK)
        ? Optional.of(GSON.fromJson(line.substring(MARK.length()), WorkerReply.class))
        : Optional.empty();
  }
}
