package workshop.runner.watch;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.course.Progress;
import workshop.testkit.exercise.State;

/** The status of all exercises, and how many of their hints were shown. */
final class CourseStatus {

  /** In the order of the course. */
  private final Map<ExerciseId, ExerciseStatus> statuses = new LinkedHashMap<>();

  private final Map<ExerciseId, Integer> hints = new HashMap<>();

  /** Restored starters, until the change detector reports them as saves. */
  private final Map<ExerciseId, Draft> putBack = new HashMap<>();

  CourseStatus(List<ExerciseStatus> statuses, Progress progress) {
    for (ExerciseStatus status : statuses) {
      ExerciseId id = status.exercise().id();
      this.statuses.put(id, status);
      hints.put(id, progress.hints(id));
    }
  }

  int position(Exercise exercise) {
    return statuses().indexOf(status(exercise.id()));
  }

  /** Returns the next unsolved exercise; after the last exercise, the first unsolved one. */
  Optional<Exercise> unsolvedAfter(Exercise exercise) {
    List<Exercise> unsolved =
        statuses().stream().filter(s -> !s.solved()).map(ExerciseStatus::exercise).toList();
    return unsolved.stream()
        .filter(e -> e.id().compareTo(exercise.id()) > 0)
        .findFirst()
        .or(() -> unsolved.stream().findFirst());
  }

  ExerciseStatus status(ExerciseId id) {
    return requireNonNull(statuses.get(id));
  }

  List<ExerciseStatus> statuses() {
    return List.copyOf(statuses.values());
  }

  /** Returns the exercises that match a filter: id, title or file must contain all its words. */
  List<ExerciseStatus> listed(String filter) {
    List<String> words = List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return statuses().stream()
        .filter(status -> {
          Exercise e = status.exercise();
          String text = e.id() + " " + e.title() + " " + e.file() + " " + status.state().id();
          return words.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
        })
        .toList();
  }

  /** Notes that a file has a new text that was not judged yet. */
  void edited(ExerciseId id, Draft found) {
    ExerciseStatus before = status(id);
    boolean started = found.worthRunning();
    State state = started ? before.state() : State.NOT_STARTED;
    statuses.put(id, new ExerciseStatus(before.exercise(), state, started, false));
  }

  void judged(Exercise exercise, State state) {
    statuses.put(exercise.id(), new ExerciseStatus(exercise, state, false, false));
  }

  void wasReset(Exercise exercise, Draft starter) {
    judged(exercise, State.NOT_STARTED);
    hints.put(exercise.id(), 0);
    putBack.put(exercise.id(), starter);
  }

  /** Returns the saves without those of restored starters. */
  Map<ExerciseId, Draft> edits(Map<ExerciseId, Draft> saves) {
    Map<ExerciseId, Draft> edits = new HashMap<>(saves);
    edits
        .entrySet()
        .removeIf(save -> {
          Draft starter = putBack.remove(save.getKey());
          return starter != null && starter.sameTextAs(save.getValue());
        });
    return edits;
  }

  int hints(Exercise exercise) {
    return hints.getOrDefault(exercise.id(), 0);
  }

  void showHints(Exercise exercise, int shown) {
    hints.put(exercise.id(), shown);
  }
}
