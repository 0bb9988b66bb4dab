package workshop.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.course.Progress;
import workshop.runner.ui.Line;
import workshop.runner.ui.PageView;
import workshop.runner.watch.WatchLock;
import workshop.testkit.exercise.State;

/**
 * Lets a learner catch up: each unsolved exercise before the target gets its solution. The
 * learner's versions are kept, and the command says where.
 */
final class GotoCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise target = workshop.catalog().named(arguments.requiredWord("the ID of an exercise"));
    Map<Exercise, Optional<Path>> filled = new LinkedHashMap<>();
    try {
      for (ExerciseStatus status : workshop.statuses()) {
        boolean earlier = status.exercise().id().compareTo(target.id()) < 0;
        if (earlier && (!status.solved() || status.edited())) {
          filled.put(status.exercise(), fill(workshop, status.exercise()));
        }
      }
      workshop.progress().update(p -> p.withCurrent(target.id()));
    } finally {
      // Even if the disk fills up halfway.
      report(workshop, filled);
    }
    workshop.print("You are now at");
    workshop.print(PageView.opening(target, workshop.width()));
    if (WatchLock.isTaken(workshop.checkout())) {
      workshop.print(Line.EMPTY);
      workshop.print(
          "Another ./workshop is running in this folder and does not see the change. Quit it "
              + "with q, and start it again.");
    }
    return PASSED;
  }

  /** Returns where the learner's version is kept, if there was one. */
  private static Optional<Path> fill(Workshop workshop, Exercise exercise) throws IOException {
    Optional<Path> kept = workshop.files().fill(exercise);
    Draft draft = workshop.checkout().draft(exercise);
    Progress.Mark mark = new Progress.Mark(State.PASSED, draft.digest(), true);
    workshop.progress().update(p -> p.with(exercise.id(), mark));
    return kept;
  }

  private static void report(Workshop workshop, Map<Exercise, Optional<Path>> filled) {
    if (filled.isEmpty()) {
      return;
    }
    String ids =
        filled.keySet().stream().map(e -> e.id().toString()).collect(Collectors.joining(", "));
    String what =
        filled.size() == 1
            ? "One earlier exercise now has"
            : filled.size() + " earlier exercises now have";
    workshop.print(what + " the solution: " + ids + ".");
    filled.forEach((exercise, kept) ->
        kept.map(workshop.checkout()::relative)
            .ifPresent(place ->
                workshop.print("Your version of " + exercise.id() + " is kept in " + place + ".")));
    workshop.print(Line.EMPTY);
  }
}
