package workshop.runner.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workshop.runner.checkout.WatchLock;
import workshop.runner.core.Exercise;
import workshop.runner.core.Progress;
import workshop.runner.core.Source;
import workshop.runner.core.Standing;
import workshop.runner.view.Line;
import workshop.runner.view.PageView;
import workshop.testkit.exercise.State;

/**
 * Lets somebody who joined late go on with the group: what comes before and is not solved gets the
 * solution. What was written there is kept, and it says where.
 */
final class GotoCommand implements Command {

  /** An exercise that got the solution. */
  private record Filled(Exercise exercise, Optional<Path> kept) {}

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise target = workshop.exercise(arguments.requiredWord("the ID of an exercise"));
    List<Filled> filled = new ArrayList<>();
    try {
      for (Standing standing : workshop.standings()) {
        boolean earlier = standing.exercise().id().compareTo(target.id()) < 0;
        if (earlier && (!standing.solved() || standing.edited())) {
          filled.add(fill(workshop, standing.exercise()));
        }
      }
      workshop.progress().update(p -> p.withCurrent(target.id()));
    } finally {
      // Also when the disk is full in the middle of it.
      report(workshop, filled);
    }
    workshop.print("You are at");
    workshop.print(PageView.opening(target, workshop.width()));
    if (WatchLock.isTaken(workshop.checkout())) {
      workshop.print(Line.EMPTY);
      workshop.print(
          "The ./workshop that runs here does not follow: end it with q, start it again.");
    }
    return PASSED;
  }

  private static Filled fill(Workshop workshop, Exercise exercise) throws IOException {
    Optional<Path> kept = workshop.drafts().fill(exercise);
    Source source = workshop.checkout().source(exercise);
    Progress.Mark mark = new Progress.Mark(State.PASSED, source.digest(), true);
    workshop.progress().update(p -> p.with(exercise.id(), mark));
    return new Filled(exercise, kept);
  }

  private static void report(Workshop workshop, List<Filled> filled) {
    if (filled.isEmpty()) {
      return;
    }
    String ids =
        filled.stream().map(f -> f.exercise().id().toString()).collect(Collectors.joining(", "));
    String what =
        filled.size() == 1
            ? "One exercise before it has"
            : filled.size() + " exercises before it have";
    workshop.print(what + " the solution now: " + ids + ".");
    for (Filled each : filled) {
      each.kept()
          .ifPresent(place ->
              workshop.print(
                  "Your version of "
                      + each.exercise().id()
                      + " is kept in "
                      + workshop.checkout().relative(place)));
    }
    workshop.print(Line.EMPTY);
  }
}
