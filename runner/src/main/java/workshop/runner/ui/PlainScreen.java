package workshop.runner.ui;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;
import workshop.runner.watch.Panel;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;

/**
 * Shows a session line by line, for files, programs, and consoles that are not terminals: what an
 * event changed, and what the user can do next. Keys arrive as typed lines, so only letters and
 * enter are offered.
 */
public final class PlainScreen implements Screen {

  /** Rows of a page, although output that scrolls has no end. */
  private static final int ROWS = 50;

  private final PrintStream out;
  private final Painter painter;
  private final int width;

  public PlainScreen(PrintStream out, Painter painter, int width) {
    this.out = out;
    this.painter = painter;
    this.width = width;
  }

  @Override
  public Event.Resized size() {
    return new Event.Resized(width, ROWS);
  }

  @Override
  public void start(Consumer<Event> events) {
    TypedLines.start(System.in, events);
  }

  @Override
  public boolean show(Session session, Event cause, List<Effect> effects) {
    lines(session, cause, effects, width).forEach(line -> out.println(painter.paint(line)));
    return !out.checkError();
  }

  @Override
  public void close() {
    out.flush();
  }

  /** Returns the lines that are new after {@code cause}; empty if there are none. */
  static List<Line> lines(Session session, Event cause, List<Effect> effects, int width) {
    List<Line> lines = new ArrayList<>();
    if (effects.stream().anyMatch(Effect.Open.class::isInstance)) {
      lines.addAll(opened(session, width));
    } else if (cause instanceof Event.Done) {
      lines.addAll(verdict(session, width));
    } else if (cause instanceof Event.Pressed(Key key)) {
      lines.addAll(pressed(session, key));
    }
    if (!session.notice().isEmpty()) {
      lines.add(Line.of(Style.NOTE, session.notice()));
    }
    return lines;
  }

  private static List<Line> opened(Session session, int width) {
    List<Line> lines = new ArrayList<>(PageView.opening(session.current(), width));
    lines.add(Line.EMPTY);
    if (session.running().isEmpty()) {
      lines.add(Line.of(Style.NOTE, "Edit the file and save it to get a verdict."));
      lines.add(keys("h a hint, l the list, ? more"));
      lines.add(Line.EMPTY);
    }
    return lines;
  }

  private static List<Line> verdict(Session session, int width) {
    List<Line> lines = new ArrayList<>();
    session
        .result()
        .ifPresent(result -> lines.addAll(ResultView.lines(session.current(), result, width)));
    lines.add(Line.EMPTY);
    if (session.solved()) {
      lines.addAll(PageView.after(session.current(), width));
      lines.add(Line.EMPTY);
      lines.add(keys("n the next exercise, s the solution, ? more"));
    } else {
      lines.add(keys("h a hint, l the list, ? more"));
    }
    lines.add(Line.EMPTY);
    return lines;
  }

  private static Line keys(String what) {
    return Line.of(Style.FAINT, "Type a letter and press enter: " + what + ".");
  }

  private static List<Line> pressed(Session session, Key key) {
    return switch (session.panel()) {
      case Panel.Help() -> help();
      // Typed letters narrow the list down. The list is shown once, not again for each letter.
      case Panel.Listing(String filter, _) when !filter.isEmpty() -> List.of();
      case Panel.Listing _ -> list(session);
      case Panel.Hints() -> hint(session);
      default -> key.kind() == Key.Kind.LETTER ? WatchView.panel(session) : List.of();
    };
  }

  /** Returns only the newest hint, because the others are already on the screen. */
  private static List<Line> hint(Session session) {
    List<Line> lines =
        new ArrayList<>(
            PageView.hint(session.current(), session.hintsShown(), session.size().columns()));
    lines.add(Line.EMPTY);
    if (session.hintsShown() < session.current().page().hints().size()) {
      lines.add(keys("h the next hint"));
    }
    return lines;
  }

  private static List<Line> list(Session session) {
    List<Line> lines =
        new ArrayList<>(
            ListView.lines(session.statuses(), session.current(), session.size().columns()));
    lines.add(Line.EMPTY);
    lines.add(Line.of(Style.FAINT, "To go to an exercise, type its ID or part of its name."));
    return lines;
  }

  private static List<Line> help() {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            "Save the file of any exercise to get its verdict. Type a letter and press enter:"));
    lines.addAll(WatchView.lettersHelp());
    lines.add(Line.of("Press enter alone to stop a run."));
    return lines;
  }
}
