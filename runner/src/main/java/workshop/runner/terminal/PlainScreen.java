package workshop.runner.terminal;

import java.io.PrintStream;
import java.util.List;
import workshop.runner.port.Screen;
import workshop.runner.view.Line;
import workshop.runner.view.OutcomeView;
import workshop.runner.view.PageView;
import workshop.runner.view.Style;
import workshop.runner.watch.Event;
import workshop.runner.watch.Session;
import workshop.runner.watch.WatchView;

/** One line after the other, for files, programs, and consoles that are no terminal. */
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
  public boolean show(Session session, Event cause) {
    switch (cause) {
      case Event.Opened opened -> opened(session);
      case Event.Done done -> verdict(session);
      case Event.Pressed pressed -> print(WatchView.panel(session));
      case Event.Compared compared -> print(WatchView.panel(session));
      case Event.WasReset _, Event.Noticed _, Event.Failed _ -> {}
      case Event.Reread _,
          Event.Saved _,
          Event.TestEnded _,
          Event.Compiled _,
          Event.Passed _,
          Event.Resized _ -> {}
    }
    if (!session.notice().isEmpty()) {
      print(List.of(Line.of(Style.NOTE, session.notice())));
    }
    return !out.checkError();
  }

  private void opened(Session session) {
    var exercise = session.current();
    print(
        List.of(
            Line.of(Style.STRONG, exercise.id() + " · " + exercise.title()),
            Line.EMPTY.plusLink(Style.CODE, exercise.file(), exercise.file())));
    print(PageView.task(exercise, width));
    print(List.of(Line.EMPTY));
  }

  private void verdict(Session session) {
    session
        .outcome()
        .ifPresent(outcome -> {
          print(OutcomeView.lines(session.current(), outcome, width));
          if (session.solved()) {
            print(List.of(Line.EMPTY));
            print(PageView.after(session.current(), width));
          }
          print(List.of(Line.EMPTY));
        });
  }

  private void print(List<Line> lines) {
    lines.forEach(line -> out.println(painter.paint(line)));
  }

  @Override
  public void close() {
    out.flush();
  }
}
