package workshop.runner.cli;

import java.io.IOException;
import workshop.runner.course.Checkout;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseFiles;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.ExerciseJudge;
import workshop.runner.ui.JsonScreen;
import workshop.runner.ui.ListView;
import workshop.runner.ui.PlainScreen;
import workshop.runner.ui.TerminalScreen;
import workshop.runner.ui.TypedLines;
import workshop.runner.watch.ChangeDetector;
import workshop.runner.watch.Event;
import workshop.runner.watch.Keys;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;
import workshop.runner.watch.SessionFiles;
import workshop.runner.watch.WatchLock;
import workshop.runner.watch.WatchLoop;

final class WatchCommand implements Command {

  /** Rows for output that scrolls. */
  private static final int ROWS = 50;

  /** A screen, and the keys that belong to it. */
  private record Console(Screen screen, Keys keys, Event.Resized size) {}

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    workshop.catalog();
    int width;
    WatchLock lock = WatchLock.take(workshop.checkout());
    try (lock;
        ExerciseJudge judge = workshop.judge()) {
      Console console = console(workshop, arguments);
      try (Screen screen = console.screen()) {
        Session session =
            new Session(
                workshop.catalog(),
                workshop.statuses(),
                workshop.progress().load(),
                new Files(workshop.checkout(), workshop.files()),
                workshop.current(),
                console.size());
        WatchLoop loop =
            new WatchLoop(session, judge, workshop.progress(), workshop.timelines(), screen);
        if (screen instanceof TerminalScreen terminal) {
          terminal.onResize(loop::add);
        }
        if (!lock.isHeld()) {
          loop.add(
              new Event.Noticed(
                  "The file system has no locks: do not start a second ./workshop in this folder."));
        }
        watch(workshop, loop, console.keys());
        width = session.size().columns();
      }
    }
    if (!arguments.has("--json")) {
      workshop.print(ListView.progress(workshop.statuses(), width));
      workshop.print("./workshop continues where you left off.");
    }
    return PASSED;
  }

  private static void watch(Workshop workshop, WatchLoop loop, Keys keys)
      throws IOException, InterruptedException {
    ChangeDetector.Listener listener =
        new ChangeDetector.Listener() {
          @Override
          public void saved(Event.Saved saved) {
            loop.add(saved);
          }

          @Override
          public void notice(String text) {
            loop.add(new Event.Noticed(text));
          }
        };
    try (ChangeDetector _ =
        ChangeDetector.start(workshop.checkout(), workshop.catalog(), listener)) {
      keys.start(key -> loop.add(new Event.Pressed(key)));
      loop.run();
    }
  }

  private record Files(Checkout checkout, ExerciseFiles replacing) implements SessionFiles {

    /** A call that may fail. */
    private interface Call<T> {
      T make() throws IOException;
    }

    private static <T> T attempt(Call<T> call) {
      try {
        return call.make();
      } catch (IOException e) {
        throw WorkshopException.of(e);
      }
    }

    @Override
    public Draft draft(Exercise exercise) {
      return attempt(() -> checkout.draft(exercise));
    }

    @Override
    public String solution(Exercise exercise) {
      return attempt(() -> checkout.text(exercise.solution()));
    }

    @Override
    public String reset(Exercise exercise) {
      return attempt(() -> replacing.reset(exercise).map(checkout::relative).orElse(""));
    }
  }

  private static Console console(Workshop workshop, Arguments arguments) throws IOException {
    Environment environment = workshop.environment();
    TypedLines typed = new TypedLines(System.in);
    if (arguments.has("--json")) {
      return new Console(
          new JsonScreen(environment.out()), typed, new Event.Resized(workshop.width(), ROWS));
    }
    boolean terminal = environment.inputIsTerminal() && environment.outputIsTerminal();
    boolean dumb = "dumb".equals(environment.variables().get("TERM"));
    if (terminal && !dumb && !arguments.has("--plain")) {
      TerminalScreen screen = TerminalScreen.open(workshop.checkout().root(), environment.colors());
      return new Console(screen, screen, new Event.Resized(screen.columns(), screen.rows()));
    }
    PlainScreen screen = new PlainScreen(environment.out(), workshop.painter(), workshop.width());
    return new Console(screen, typed, new Event.Resized(workshop.width(), ROWS));
  }
}
