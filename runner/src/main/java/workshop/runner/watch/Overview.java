package workshop.runner.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.runner.core.Catalog;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Progress;
import workshop.runner.core.Standing;
import workshop.testkit.exercise.State;

/** All exercises: how each stands, and how many of its hints were shown. */
final class Overview {

  private final Catalog catalog;
  private final Map<ExerciseId, Standing> standings = new HashMap<>();
  private final Map<ExerciseId, Integer> hints = new HashMap<>();

  /** Starters that were put back, until they are told of as saves. */
  private final Map<ExerciseId, Draft> putBack = new HashMap<>();

  Overview(Catalog catalog, List<Standing> standings, Progress progress) {
    this.catalog = catalog;
    for (Standing standing : standings) {
      ExerciseId id = standing.exercise().id();
      this.standings.put(id, standing);
      hints.put(id, progress.hints(id));
    }
  }

  Optional<Exercise> find(ExerciseId id) {
    return catalog.find(id);
  }

  /** Returns the files of exercises. */
  Set<String> files(Set<ExerciseId> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .map(Exercise::file)
        .collect(Collectors.toSet());
  }

  int position(Exercise exercise) {
    return Math.max(0, catalog.exercises().indexOf(exercise));
  }

  /** Returns the next exercise that is not solved: the first one, if none comes after. */
  Optional<Exercise> unsolvedAfter(Exercise exercise) {
    List<Exercise> unsolved =
        catalog.exercises().stream().filter(e -> !standing(e).solved()).toList();
    return unsolved.stream()
        .filter(e -> e.id().compareTo(exercise.id()) > 0)
        .findFirst()
        .or(() -> unsolved.stream().findFirst());
  }

  Standing standing(Exercise exercise) {
    Standing known = standings.get(exercise.id());
    return known == null ? new Standing(exercise, State.NOT_STARTED, false, false) : known;
  }

  /** Returns how all exercises stand, in order. */
  List<Standing> standings() {
    return catalog.exercises().stream().map(this::standing).toList();
  }

  /** Returns the exercises that a filter leaves: all words must be found in id, title or file. */
  List<Standing> listed(String filter) {
    List<String> words = List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return standings().stream()
        .filter(standing -> {
          Exercise e = standing.exercise();
          String text = e.id() + " " + e.title() + " " + e.file() + " " + standing.state().id();
          return words.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
        })
        .toList();
  }

  /** Takes note that a file holds another text now, which no test has seen. */
  void edited(ExerciseId id, Draft found) {
    Standing before = standings.get(id);
    if (before != null) {
      boolean started = found.source().worthRunning();
      State state = started ? before.state() : State.NOT_STARTED;
      standings.put(id, new Standing(before.exercise(), state, started, false));
    }
  }

  void judged(Exercise exercise, State state) {
    standings.put(exercise.id(), new Standing(exercise, state, false, false));
  }

  void wasReset(Exercise exercise, Draft starter) {
    judged(exercise, State.NOT_STARTED);
    hints.put(exercise.id(), 0);
    putBack.put(exercise.id(), starter);
  }

  /** Returns the saves that are the learner's: not those of starters that were put back. */
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
