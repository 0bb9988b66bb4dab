package workshop.runner.cli;

import java.io.IOException;
import java.util.Optional;
import workshop.runner.course.Exercise;
import workshop.runner.ui.Line;
import workshop.runner.ui.PageView;
import workshop.runner.ui.Style;

final class HintCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise exercise = workshop.exerciseOrCurrent(arguments.word());
    int last = exercise.page().hints().size();
    Optional<Integer> asked =
        arguments.value("--level").map(level -> level(arguments, level, last));
    int shown = workshop.progress().load().hints(exercise.id());
    int level = asked.orElse(Math.min(shown + 1, last));
    workshop.print(Line.of(Style.STRONG, exercise.id() + " " + exercise.title()));
    workshop.print(PageView.hint(exercise, level, workshop.width()));
    if (level < last) {
      workshop.print(Line.EMPTY);
      workshop.print("Still stuck? ./workshop hint " + exercise.id() + " shows the next one.");
    }
    workshop.tryToRemember(p -> p.withHints(exercise.id(), Math.max(level, shown)));
    return PASSED;
  }

  private static int level(Arguments arguments, String value, int last) {
    if (value.matches("[1-" + last + "]")) {
      return Integer.parseInt(value);
    }
    throw arguments.wrong("--level is a number from 1 to " + last + ", not \"" + value + "\"");
  }
}
