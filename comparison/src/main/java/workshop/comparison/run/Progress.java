package workshop.comparison.run;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Prints to the error stream what is being measured: on a terminal, one line that changes;
 * otherwise, a new line every few seconds. Called by the measuring thread.
 */
public final class Progress {

  private static final int COLUMNS = 78;
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(2);

  private final PrintStream out;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private String topic = "";
  private long lastLine;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void begin(int number, int of, String id) {
    topic = "[%d/%d] %s".formatted(number, of, id);
    show("");
  }

  void doing(String what) {
    if (terminal || System.nanoTime() - lastLine > NOW_AND_THEN.toNanos()) {
      show(what);
    }
  }

  private void show(String what) {
    lastLine = System.nanoTime();
    Duration gone = Duration.ofNanos(System.nanoTime() - started);
    String line =
        "%2d:%02d %s%s"
            .formatted(
                gone.toMinutes(), gone.toSecondsPart(), topic, what.isEmpty() ? "" : ": " + what);
    if (terminal) {
      out.print("\r\033[K" + line.substring(0, Math.min(line.length(), COLUMNS)));
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Clears the line for the text that is printed next. */
  void end() {
    if (terminal) {
      out.print("\r\033[K");
      out.flush();
    }
  }
}
