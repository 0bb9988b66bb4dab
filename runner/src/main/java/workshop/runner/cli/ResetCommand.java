package workshop.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import workshop.runner.course.Exercise;

final class ResetCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise exercise = workshop.catalog().named(arguments.requiredWord("the ID of an exercise"));
    Optional<Path> kept = workshop.files().reset(exercise);
    workshop.progress().update(p -> p.without(exercise.id()));
    workshop.print(exercise.file() + " is the starter again.");
    kept.ifPresent(place ->
        workshop.print("Your version is kept in " + workshop.checkout().relative(place) + "."));
    return PASSED;
  }
}
