package workshop.runner.course;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All exercises, in the order in which learners work through them. */
public record Catalog(List<Exercise> exercises) {

  private static final int SUGGESTIONS = 3;

  public Catalog {
    exercises = exercises.stream().sorted(Comparator.comparing(Exercise::id)).toList();
  }

  public Optional<Exercise> find(ExerciseId id) {
    return exercises.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** Returns the exercise that {@code file}, a path relative to the checkout, belongs to. */
  public Optional<Exercise> owning(String file) {
    return exercises.stream().filter(e -> e.file().equals(file)).findFirst();
  }

  /** Returns the exercise after {@code id}, in the same module or the next. */
  public Optional<Exercise> after(ExerciseId id) {
    return exercises.stream().filter(e -> e.id().compareTo(id) > 0).findFirst();
  }

  public List<Exercise> before(ExerciseId id) {
    return exercises.stream().filter(e -> e.id().compareTo(id) < 0).toList();
  }

  /** Returns a suggestion for an id that does not exist; may be empty. */
  public String guess(String typed) {
    Optional<ExerciseId> id = ExerciseId.parse(typed);
    if (id.isPresent()) {
      List<ExerciseId> module =
          exercises.stream()
              .map(Exercise::id)
              .filter(e -> e.module() == id.get().module())
              .toList();
      return module.isEmpty()
          ? ""
          : "This module has " + module.getFirst() + " to " + module.getLast() + ". ";
    }
    List<String> ids = exercises.stream().map(e -> e.id().toString()).toList();
    List<String> near = Nearest.to(typed, ids, SUGGESTIONS);
    return near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ";
  }
}
