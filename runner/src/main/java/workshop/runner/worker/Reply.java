package workshop.runner.worker;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Output;
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
 */
public record Reply(
    Kind kind,
    @Nullable String provider,
    @Nullable TestResult test,
    @Nullable State state,
    long millis,
    @Nullable List<String> notes,
    boolean reusable,
    @Nullable String message,
    @Nullable Output output) {

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

  static Reply ready(String provider) {
    return new Reply(Kind.READY, provider, null, null, 0, null, true, null, null);
  }

  static Reply warm() {
    return new Reply(Kind.WARM, null, null, null, 0, null, true, null, null);
  }

  static Reply test(TestResult test) {
    return new Reply(Kind.TEST, null, Excerpt.of(test), null, 0, null, false, null, null);
  }

  static Reply look(String line) {
    return new Reply(Kind.LOOK, null, null, null, 0, null, false, Excerpt.of(line), null);
  }

  static Reply verdict(
      State state, long millis, List<String> notes, boolean reusable, Output output) {
    List<String> excerpts = notes.stream().map(Excerpt::of).toList();
    return new Reply(Kind.VERDICT, null, null, state, millis, excerpts, reusable, null, output);
  }

  static Reply cut(State state, long millis, String message, Output output) {
    String excerpt = Excerpt.of(message);
    return new Reply(Kind.CUT, null, null, state, millis, null, false, excerpt, output);
  }

  /** Returns this as a line of its own, without its end. */
  String toLine() {
    return MARK + GSON.toJson(this);
  }

  /** Returns what a line says; empty for a line that no worker wrote. */
  public static Optional<Reply> fromLine(String line) {
    return line.startsWith(MARK)
        ? Optional.of(GSON.fromJson(line.substring(MARK.length()), Reply.class))
        : Optional.empty();
  }
}
