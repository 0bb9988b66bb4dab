package workshop.runner.cli;

import java.io.IOException;
import workshop.runner.course.Checkout;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseFiles;
import workshop.runner.judge.WarmJudge;
import workshop.runner.ui.JsonScreen;
import workshop.runner.ui.ListView;
import workshop.runner.ui.PlainScreen;
import workshop.runner.ui.TerminalScreen;
import workshop.runner.watch.ChangeDetector;
import workshop.runner.watch.Event;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;
import workshop.runner.watch.SessionFiles;
import workshop.runner.watch.WatchLock;
import workshop.runner.watch.WatchLoop;

final class WatchCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    workshop.catalog(); // reports a broken course before the screen is taken over
    int width;
    WatchLock lock = WatchLock.take(workshop.checkout());
    try (lock;
        WarmJudge judge = workshop.judge();
        Screen screen = screen(workshop, arguments)) {
      Session session =
          new Session(
              workshop.statuses(),
              workshop.progress().load(),
              new Files(workshop.checkout(), workshop.files()),
              workshop.current(),
              screen.size());
      WatchLoop loop =
          new WatchLoop(session, judge, workshop.progress(), workshop.timelines(), screen);
      if (!lock.isHeld()) {
        loop.add(
            new Event.Noticed(
                "The file system has no locks: do not start a second ./workshop in this folder."));
      }
      try (ChangeDetector _ =
          ChangeDetector.start(workshop.checkout(), workshop.catalog(), loop::add)) {
        screen.start(loop::add);
        loop.run();
      }
      width = session.size().columns();
    }
    if (!arguments.has("--json")) {
      workshop.print(ListView.progress(workshop.statuses(), width));
      workshop.print("./workshop continues where you left off.");
    }
    return PASSED;
  }

  private record Files(Checkout checkout, ExerciseFiles replacing) implements SessionFiles {

    @Override
    public Draft draft(Exercise exercise) throws IOException {
      return checkout.draft(exercise);
    }

    @Override
    public String solution(Exercise exercise) throws IOException {
      return checkout.text(exercise.solution());
    }

    @Override
    public String reset(Exercise exercise) throws IOException {
      return replacing.reset(exercise).map(checkout::relative).orElse("");
    }
  }

  private static Screen screen(Workshop workshop, Arguments arguments) throws IOException {
    Environment environment = workshop.environment();
    if (arguments.has("--json")) {
      return new JsonScreen(environment.out());
    }
    boolean terminal = environment.inputIsTerminal() && environment.outputIsTerminal();
    boolean dumb = "dumb".equals(environment.variables().get("TERM"));
    return terminal && !dumb && !arguments.has("--plain")
        ? TerminalScreen.open(workshop.checkout().root(), environment.colors())
        : new PlainScreen(environment.out(), workshop.painter(), workshop.width());
  }
}
