package workshop.runner.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;

/**
 * A terminal: a full screen on which only changed lines are drawn, and keys that arrive at once.
 * Restores the terminal at the end, even if the process is terminated.
 */
public final class TerminalScreen implements Screen {

  private static final String ESCAPE = "\u001b";

  /** Another screen, no cursor, no automatic line breaks, pasted text marked as such. */
  private static final String ENTER =
      ESCAPE + "[?1049h" + ESCAPE + "[?25l" + ESCAPE + "[?7l" + ESCAPE + "[?2004h";

  private static final String LEAVE =
      ESCAPE + "[?2004l" + ESCAPE + "[?7h" + ESCAPE + "[?25h" + ESCAPE + "[?1049l";

  /** Sequences around a frame: a terminal that knows them draws it at once; others ignore them. */
  private static final String BEGIN = ESCAPE + "[?2026h";

  private static final String END = ESCAPE + "[?2026l";

  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;

  private final Terminal terminal;
  private final Attributes before;
  private final Painter painter;
  private final Thread restorer = new Thread(this::restore);
  private List<String> shown = new ArrayList<>();
  private boolean open = true;

  private TerminalScreen(Terminal terminal, Painter painter) {
    this.terminal = terminal;
    this.painter = painter;
    this.before = terminal.enterRawMode();
    Runtime.getRuntime().addShutdownHook(restorer);
    write(ENTER + ESCAPE + "[2J");
  }

  /** Takes over the terminal that this process runs in. */
  public static TerminalScreen open(Path root, boolean colors) throws IOException {
    // If the library asks about grapheme clusters, the terminal's answer arrives among the keys,
    // and the library drops all keys that were typed before it.
    Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(false).graphemeCluster(false).build();
    Charset charset = terminal.encoding() == null ? StandardCharsets.UTF_8 : terminal.encoding();
    return new TerminalScreen(terminal, Painter.of(root, colors, charset));
  }

  /** Returns the size of the terminal, or a common size if it does not report one. */
  @Override
  public Event.Resized size() {
    int columns = terminal.getSize().getColumns();
    int rows = terminal.getSize().getRows();
    return new Event.Resized(columns > 0 ? columns : USUAL_COLUMNS, rows > 0 ? rows : USUAL_ROWS);
  }

  @Override
  public void start(Consumer<Event> events) {
    terminal.handle(
        Terminal.Signal.WINCH,
        signal -> {
          redrawAll();
          events.accept(size());
        });
    terminal.handle(
        Terminal.Signal.CONT,
        signal -> {
          terminal.enterRawMode();
          write(ENTER);
          redrawAll();
          events.accept(size());
        });
    Consumer<Key> pressed = key -> events.accept(new Event.Pressed(key));
    terminal.handle(Terminal.Signal.INT, signal -> pressed.accept(Key.of(Key.Kind.INTERRUPT)));
    NonBlockingReader reader = terminal.reader();
    Thread.ofPlatform().daemon().name("keys").start(() -> KeyReader.read(reader::read, pressed));
  }

  private synchronized void redrawAll() {
    shown = new ArrayList<>();
    write(ESCAPE + "[2J");
  }

  @Override
  public synchronized boolean show(Session session, Event cause, List<Effect> effects) {
    if (open) {
      draw(WatchView.render(session));
    }
    return open;
  }

  private void draw(List<Line> lines) {
    StringBuilder frame = new StringBuilder(BEGIN);
    List<String> next = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      String text = painter.paint(lines.get(row));
      next.add(text);
      if (row >= shown.size() || !shown.get(row).equals(text)) {
        frame.append(ESCAPE + "[").append(row + 1).append(";1H").append(text).append(ESCAPE + "[K");
      }
    }
    for (int row = lines.size(); row < shown.size(); row++) {
      frame.append(ESCAPE + "[").append(row + 1).append(";1H").append(ESCAPE + "[K");
    }
    shown = next;
    write(frame.append(END).toString());
  }

  private synchronized void write(String text) {
    PrintWriter writer = terminal.writer();
    writer.write(text);
    writer.flush();
  }

  /**
   * Restores the terminal. The library's hook closes the library's terminal when this process ends.
   */
  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(restorer);
    } catch (IllegalStateException alreadyEnding) {
      // The process is ending, and the hook does the same.
    }
  }

  private synchronized void restore() {
    if (open) {
      open = false;
      write(LEAVE);
      terminal.setAttributes(before);
    }
  }
}
