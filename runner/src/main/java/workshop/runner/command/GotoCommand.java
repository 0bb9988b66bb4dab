package workshop.runner.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workshop.runner.core.Exercise;
import workshop.runner.core.Progress;
import workshop.runner.core.Source;
import workshop.runner.core.Standing;
import workshop.testkit.judge.State;

/** Lets somebody who joined late go on with the group. */
final class GotoCommand implements Command {

  @Override
  public int run(Workshop workshop, List<String> typed) throws IOException {
    Arguments arguments = Arguments.parse("goto", typed, 1, List.of());
    Exercise target = workshop.exercise(arguments.requiredWord("the ID of an exercise"));
    int filled = 0;
    for (Standing standing : workshop.standings()) {
      boolean earlier = standing.exercise().id().compareTo(target.id()) < 0;
      if (earlier && (!standing.solved() || standing.edited())) {
        fill(workshop, standing.exercise());
        filled++;
      }
    }
    workshop.progress().update(p -> p.withCurrent(target.id()));
    if (filled > 0) {
      workshop.print(
          filled
              + (filled == 1 ? " exercise" : " exercises")
              + " before it now have the solution.");
    }
    workshop.print("You are at " + target.id() + " " + target.title() + ": " + target.file());
    return PASSED;
  }

  private static void fill(Workshop workshop, Exercise exercise) throws IOException {
    Optional<Path> kept = workshop.drafts().fill(exercise);
    Source source = workshop.checkout().source(exercise);
    Progress.Mark mark = new Progress.Mark(State.PASSED, source.digest(), true);
    workshop.progress().update(p -> p.with(exercise.id(), mark));
    kept.ifPresent(place ->
        workshop.print(
            exercise.id()
                + ": your version is kept in "
                + workshop.checkout().relative(place)
                + "."));
  }
}
