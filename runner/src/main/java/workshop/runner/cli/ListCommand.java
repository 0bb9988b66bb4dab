package workshop.runner.cli;

import java.io.IOException;
import java.util.List;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.ui.Json;
import workshop.runner.ui.Line;
import workshop.runner.ui.ListView;

final class ListCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    List<ExerciseStatus> statuses = workshop.statuses();
    if (arguments.has("--json")) {
      workshop.printData(statuses.stream().map(Json::of).toList());
      return PASSED;
    }
    workshop.print(ListView.lines(statuses, workshop.current(), workshop.width()));
    workshop.print(Line.EMPTY);
    workshop.print(ListView.progress(statuses, workshop.width()));
    return PASSED;
  }
}
