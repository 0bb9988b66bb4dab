package workshop.runner.ui;

import java.io.PrintStream;
import java.util.List;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;

/** Prints one line after another, for files, programs, and consoles that are not terminals. */
public final class PlainScreen implements Screen {

  private final PrintStream out;
  private final Painter painter;
  private final int width;

  public PlainScreen(PrintStream out, Painter painter, int width) {
    this.out = out;
    this.painter = painter;
    this.width = width;
  }

  @Override
  public boolean show(Session session, Event cause, List<Effect> effects) {
    PlainView.lines(session, cause, effects, width)
        .forEach(line -> out.println(painter.paint(line)));
    return !out.checkError();
  }

  @Override
  public void close() {
    out.flush();
  }
}
