package workshop.runner.core;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All exercises, in the order in which they are worked through. */
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

  /** Returns the ids nearest to what was typed, the best guess first. */
  public List<String> nearest(String typed) {
    return Nearest.to(typed, exercises.stream().map(e -> e.id().toString()).toList(), SUGGESTIONS);
  }
}
