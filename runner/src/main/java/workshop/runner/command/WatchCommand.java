package workshop.runner.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workshop.runner.checkout.Checkout;
import workshop.runner.checkout.Saves;
import workshop.runner.checkout.SourceWatcher;
import workshop.runner.checkout.WatchLock;
import workshop.runner.core.Exercise;
import workshop.runner.core.Trouble;
import workshop.runner.engine.Engine;
import workshop.runner.port.FileWatcher;
import workshop.runner.port.Keys;
import workshop.runner.port.Screen;
import workshop.runner.terminal.PlainScreen;
import workshop.runner.terminal.TerminalScreen;
import workshop.runner.terminal.TypedLines;
import workshop.runner.view.ListView;
import workshop.runner.watch.Event;
import workshop.runner.watch.Session;

final class WatchCommand implements Command {

  /** A screen, and the keys that belong to it. */
  private record Front(Screen screen, Keys keys, int columns, int rows) {}

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    workshop.catalog();
    int width = workshop.width();
    WatchLock lock = WatchLock.take(workshop.checkout());
    try (lock;
        Engine engine = workshop.engine()) {
      Front front = front(workshop, arguments);
      try (Screen screen = front.screen();
          Keys keys = front.keys()) {
        Session session =
            new Session(
                workshop.catalog(),
                workshop.standings(),
                workshop.progress().load(),
                workshop.current(),
                front.columns(),
                front.rows());
        watch(workshop, session, engine, screen, keys);
        width = session.columns();
      }
    }
    if (!arguments.has("--json")) {
      workshop.print(ListView.progress(workshop.standings(), width));
      workshop.print("./workshop goes on where you were.");
    }
    return PASSED;
  }

  private static void watch(
      Workshop workshop, Session session, Engine engine, Screen screen, Keys keys)
      throws IOException, InterruptedException {
    WatchLoop loop = new WatchLoop(workshop, session, engine, screen);
    if (screen instanceof TerminalScreen terminal) {
      terminal.onResize(loop::add);
    }
    try (Saves saves =
            new Saves(
                workshop.checkout(),
                workshop.catalog(),
                loop::add,
                failure -> loop.add(new Event.Noticed(Trouble.of(failure).what())));
        FileWatcher watcher = watcher(workshop)) {
      watcher.start(saves::touched, notice -> loop.add(new Event.Noticed(notice)));
      // What was saved after it was read and before it was watched.
      files(workshop).forEach(saves::touched);
      keys.start(key -> loop.add(new Event.Pressed(key)));
      loop.run();
    }
  }

  private static FileWatcher watcher(Workshop workshop) throws IOException {
    Checkout checkout = workshop.checkout();
    List<Exercise> exercises = workshop.catalog().exercises();
    List<Path> roots =
        exercises.stream()
            .map(e -> checkout.path(e.sourceRoot()))
            .distinct()
            .filter(Files::isDirectory)
            .toList();
    return new SourceWatcher(roots, files(workshop), SourceWatcher.Pace.USUAL);
  }

  private static List<Path> files(Workshop workshop) throws IOException {
    return workshop.catalog().exercises().stream()
        .map(e -> workshop.checkout().path(e.file()))
        .toList();
  }

  private static Front front(Workshop workshop, Arguments arguments) throws IOException {
    Surroundings around = workshop.surroundings();
    if (arguments.has("--json")) {
      return new Front(new JsonScreen(around.out()), new TypedLines(System.in), 100, 50);
    }
    boolean terminal = around.inputIsTerminal() && around.outputIsTerminal();
    if (terminal && !arguments.has("--plain") && !"dumb".equals(around.environment().get("TERM"))) {
      TerminalScreen screen = TerminalScreen.open(workshop.checkout().root(), around.colors());
      return new Front(screen, screen, screen.columns(), screen.rows());
    }
    return new Front(
        new PlainScreen(around.out(), workshop.painter(), workshop.width()),
        new TypedLines(System.in),
        workshop.width(),
        50);
  }
}
