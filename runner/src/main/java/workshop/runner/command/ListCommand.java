package workshop.runner.command;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import workshop.runner.core.Standing;
import workshop.runner.view.Line;
import workshop.runner.view.ListView;

final class ListCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    List<Standing> standings = workshop.standings();
    if (arguments.has("--json")) {
      JsonArray array = new JsonArray();
      standings.forEach(standing -> array.add(Json.of(standing)));
      workshop.printData(array);
      return PASSED;
    }
    workshop.print(
        ListView.lines(standings, Optional.of(workshop.current().id()), workshop.width()));
    workshop.print(Line.EMPTY);
    workshop.print(ListView.progress(standings, workshop.width()));
    return PASSED;
  }
}
