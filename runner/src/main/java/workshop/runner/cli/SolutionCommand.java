package workshop.runner.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.ui.Difference;
import workshop.runner.ui.Line;
import workshop.runner.ui.Style;
import workshop.testkit.exercise.State;

final class SolutionCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise exercise = workshop.catalog().named(arguments.requiredWord("the ID of an exercise"));
    boolean solved =
        workshop
            .progress()
            .load()
            .mark(exercise.id())
            .filter(mark -> mark.state() == State.PASSED)
            .isPresent();
    if (!solved && !arguments.has("--spoil")) {
      workshop.print(exercise.id() + " is not solved yet.");
      workshop.print(
          "./workshop hint " + exercise.id() + " helps; --spoil shows the solution anyway.");
      return FAILED;
    }
    Checkout checkout = workshop.checkout();
    String solution = checkout.text(exercise.solution());
    workshop.print(Line.of(Style.STRONG, exercise.solution()));
    solution.lines().map(Line::of).forEach(workshop::print); // code, not prose
    workshop.print(Line.EMPTY);
    workshop.print(Difference.lines(draft(checkout, exercise), solution));
    return PASSED;
  }

  private static String draft(Checkout checkout, Exercise exercise) throws IOException {
    try {
      return checkout.text(exercise.file());
    } catch (NoSuchFileException e) {
      WorkshopException missing = RunCommand.missing(exercise);
      missing.addSuppressed(e);
      throw missing;
    }
  }
}
