package workshop.runner.cli;

import java.io.IOException;
import java.util.List;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.ui.Line;
import workshop.runner.ui.ListView;
import workshop.runner.ui.PageView;
import workshop.runner.ui.Style;

/** What {@code ./workshop} alone does: watch, or print the next exercise without a terminal. */
final class StartCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    Environment around = workshop.environment();
    if (around.inputIsTerminal() && around.outputIsTerminal()) {
      return new WatchCommand().run(workshop, arguments);
    }
    List<ExerciseStatus> statuses = workshop.statuses();
    Exercise current = workshop.current();
    workshop.print(ListView.progress(statuses, workshop.width()));
    if (statuses.stream().allMatch(ExerciseStatus::solved)) {
      workshop.print("All exercises are solved.");
      return PASSED;
    }
    workshop.print(Line.EMPTY);
    workshop.print(Line.of("Your next exercise:"));
    workshop.print(PageView.opening(current, workshop.width()));
    workshop.print(Line.EMPTY);
    workshop.print(Line.of("Edit the file, save it, then: ").plus(Style.CODE, "./workshop run"));
    workshop.print(
        Line.of("Stuck? ").plus(Style.CODE, "./workshop hint").plus("    All: ./workshop list"));
    return PASSED;
  }
}
