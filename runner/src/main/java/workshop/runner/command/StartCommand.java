package workshop.runner.command;

import java.io.IOException;
import java.util.List;
import workshop.runner.core.Exercise;
import workshop.runner.core.Standing;
import workshop.runner.view.Line;
import workshop.runner.view.ListView;
import workshop.runner.view.PageView;
import workshop.runner.view.Style;

/** What {@code ./workshop} alone does: watch, or say where one stands if nobody is looking on. */
final class StartCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    Surroundings around = workshop.surroundings();
    if (around.inputIsTerminal() && around.outputIsTerminal()) {
      return new WatchCommand().run(workshop, arguments);
    }
    List<Standing> standings = workshop.standings();
    Exercise current = workshop.current();
    workshop.print(ListView.progress(standings, workshop.width()));
    if (standings.stream().allMatch(Standing::solved)) {
      workshop.print("All exercises are solved.");
      return PASSED;
    }
    workshop.print(Line.EMPTY);
    workshop.print(Line.of("Next is"));
    workshop.print(PageView.opening(current, workshop.width()));
    workshop.print(Line.EMPTY);
    workshop.print(Line.of("Edit the file, save it, then: ").plus(Style.CODE, "./workshop run"));
    workshop.print(
        Line.of("Stuck? ").plus(Style.CODE, "./workshop hint").plus("    All: ./workshop list"));
    return PASSED;
  }
}
