package workshop.runner.course;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All exercises, in the order in which learners work through them. */
public record Catalog(List<Exercise> exercises) {

  private static final int SUGGESTIONS = 3;

  public Catalog {
    exercises = exercises.stream().sorted(Comparator.comparing(Exercise::id)).toList();
  }

  public Optional<Exercise> find(ExerciseId id) {
    return exercises.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** Returns the exercise after {@code id}, in the same module or the next. */
  public Optional<Exercise> after(ExerciseId id) {
    return exercises.stream().filter(e -> e.id().compareTo(id) > 0).findFirst();
  }

  /** Returns the numbers of the modules, such as {@code 01, 02}. */
  public String modules() {
    return exercises.stream()
        .map(e -> e.module().substring(0, 2))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns the exercise with the id that was typed.
   *
   * @throws WorkshopException with a suggestion, if there is no such exercise
   */
  public Exercise named(String typed) {
    return ExerciseId.parse(typed)
        .flatMap(this::find)
        .orElseThrow(() ->
            new WorkshopException(
                "There is no exercise \"" + typed + "\".",
                suggestion(typed) + "./workshop list shows all exercises."));
  }

  /** Returns what the user may have meant: the name of a class, a file or a module, or a typo. */
  private String suggestion(String typed) {
    String name = typed.substring(typed.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    List<String> ids = ids(e -> e.page().file().equals(name + ".java"));
    if (!ids.isEmpty()) {
      return name + " is " + String.join(", ", ids) + ". ";
    }
    String number = typed.replaceFirst("-.*", "");
    List<String> module = ids(e -> e.id().toString().startsWith(number + "-"));
    if (typed.matches("[0-9]+(-.*)?") && module.isEmpty()) {
      return "The modules are " + modules() + ". ";
    }
    if (ExerciseId.parse(typed).isPresent() && !module.isEmpty()) {
      return "This module has " + module.getFirst() + " to " + module.getLast() + ". ";
    }
    List<String> near = Nearest.to(typed, ids(e -> true), SUGGESTIONS);
    return near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ";
  }

  private List<String> ids(Predicate<Exercise> condition) {
    return exercises.stream().filter(condition).map(e -> e.id().toString()).toList();
  }
}
