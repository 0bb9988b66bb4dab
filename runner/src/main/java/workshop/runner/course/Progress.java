package workshop.runner.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import workshop.testkit.exercise.State;

/**
 * The last verdict on each exercise, how many hints were shown, and which exercise is the current
 * one. This is only a cache: if it is lost, the tests can run again.
 *
 * <p>It is stored as plain text, one line for each exercise, so that people can read it, merge it
 * and copy it to another machine. Immutable.
 */
public final class Progress {

  /** The progress of a learner who has just started. */
  public static final Progress NONE = new Progress(new TreeMap<>(), new TreeMap<>(), null);

  private static final String TITLE =
      "# The last verdicts. This file is only a cache: ./workshop check runs all tests again.";

  /**
   * The last verdict on an exercise.
   *
   * @param digest of the file that was judged
   * @param filled whether the file was the solution, filled in by {@code goto}
   */
  public record Mark(State state, String digest, boolean filled) {}

  private final SortedMap<ExerciseId, Mark> marks;
  private final SortedMap<ExerciseId, Integer> hints;
  private final @Nullable ExerciseId current;

  private Progress(
      SortedMap<ExerciseId, Mark> marks,
      SortedMap<ExerciseId, Integer> hints,
      @Nullable ExerciseId current) {
    this.marks = marks;
    this.hints = hints;
    this.current = current;
  }

  /** Reads what {@link #format()} wrote, and skips lines that it does not understand. */
  public static Progress parse(String text) {
    Progress progress = NONE;
    for (String line : text.lines().toList()) {
      progress = progress.plus(List.of(line.strip().split("\\s+")));
    }
    return progress;
  }

  private Progress plus(List<String> words) {
    String second = words.size() > 1 ? words.get(1) : "";
    if (words.getFirst().equals("current")) {
      return ExerciseId.parse(second).map(this::withCurrent).orElse(this);
    }
    Optional<ExerciseId> id = ExerciseId.parse(words.getFirst());
    if (id.isEmpty()) {
      return this;
    }
    Progress progress = this;
    Optional<State> state =
        Arrays.stream(State.values()).filter(s -> s.id().equals(second)).findFirst();
    if (state.isPresent() && words.size() > 2) {
      boolean filled = words.contains("filled");
      progress = progress.with(id.get(), new Mark(state.get(), words.get(2), filled));
    }
    for (String word : words) {
      if (word.matches("hints=[0-9]")) {
        progress = progress.withHints(id.get(), word.charAt(6) - '0');
      }
    }
    return progress;
  }

  /** Returns the text to store. */
  public String format() {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE);
    if (current != null) {
      lines.add("current " + current);
    }
    SortedMap<ExerciseId, String> rows = new TreeMap<>();
    marks.forEach((id, mark) ->
        rows.put(
            id, " " + mark.state().id() + " " + mark.digest() + (mark.filled() ? " filled" : "")));
    hints.forEach((id, shown) -> rows.merge(id, " hints=" + shown, String::concat));
    rows.forEach((id, row) -> lines.add(id + row));
    return String.join("\n", lines) + "\n";
  }

  public Optional<Mark> mark(ExerciseId id) {
    return Optional.ofNullable(marks.get(id));
  }

  /** Returns how many hints of the exercise were shown. */
  public int hints(ExerciseId id) {
    return hints.getOrDefault(id, 0);
  }

  /** Returns the exercise that was chosen last, if any was. */
  public Optional<ExerciseId> current() {
    return Optional.ofNullable(current);
  }

  public Progress with(ExerciseId id, Mark mark) {
    return new Progress(plus(marks, id, mark), hints, current);
  }

  /** Returns the progress after a verdict on a file with that digest. */
  public Progress after(ExerciseId id, State state, String digest) {
    boolean stillFilled = mark(id).filter(m -> m.filled() && m.digest().equals(digest)).isPresent();
    return with(id, new Mark(state, digest, stillFilled));
  }

  public Progress withHints(ExerciseId id, int shown) {
    return new Progress(marks, plus(hints, id, shown), current);
  }

  public Progress withCurrent(ExerciseId id) {
    return new Progress(marks, hints, id);
  }

  /** Returns the progress without an exercise's verdict and hints. */
  public Progress without(ExerciseId id) {
    SortedMap<ExerciseId, Mark> marksLeft = new TreeMap<>(marks);
    SortedMap<ExerciseId, Integer> hintsLeft = new TreeMap<>(hints);
    marksLeft.remove(id);
    hintsLeft.remove(id);
    return new Progress(marksLeft, hintsLeft, current);
  }

  private static <V> SortedMap<ExerciseId, V> plus(Map<ExerciseId, V> map, ExerciseId id, V value) {
    SortedMap<ExerciseId, V> copy = new TreeMap<>(map);
    copy.put(id, value);
    return copy;
  }
}
