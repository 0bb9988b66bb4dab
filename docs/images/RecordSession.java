import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Records a session of {@code ./workshop} in a pseudo-terminal and writes it as two animated
 * pictures, session-light.svg and session-dark.svg, next to this file.
 *
 * <p>Run it at the root of a built checkout, on Linux with script(1): {@code java
 * docs/images/RecordSession.java}. It works in a clone and leaves your files alone.
 */
final class RecordSession {

  private static final int COLUMNS = 92;
  private static final int ROWS = 27;
  private static final int SECONDS_PER_FRAME = 5;

  private static final String FAKE =
      """
          try {
            return java.util.concurrent.CompletableFuture.completedFuture(
                java.nio.file.Files.readAllBytes(file));
          } catch (java.io.IOException e) {
            return java.util.concurrent.CompletableFuture.failedFuture(e);
          }""";

  public static void main(String[] args) throws Exception {
    Path clone = Files.createTempDirectory("recorded-session-").resolve("workshop");
    run(Path.of("."), "git", "clone", "-q", ".", clone.toString());
    run(clone, "./workshop", "goto", "02-1");
    Path file = clone.resolve("02-thread-pool-offload/src/main/java/workshop/offload/OffloadedRead.java");
    String starter = Files.readString(file);
    String solution =
        Files.readString(
            clone.resolve("solutions").resolve(clone.relativize(file)));

    List<Screen> frames = new ArrayList<>();
    try (Session session = new Session(clone)) {
      frames.add(session.shows("02-1", "hint"));
      Files.writeString(file, withBody(starter, FAKE));
      frames.add(session.shows("What happened", "What to do", "tests failed"));
      Files.writeString(file, solution);
      frames.add(session.shows("✓ 02-1", "passed"));
    }
    Path folder = Path.of("docs/images");
    Files.writeString(folder.resolve("session-light.svg"), svg(frames, Palette.LIGHT));
    Files.writeString(folder.resolve("session-dark.svg"), svg(frames, Palette.DARK));
  }

  /** Puts the first statement of the stub's place. */
  private static String withBody(String starter, String body) {
    int stub = starter.indexOf("    throw new UnsupportedOperationException(\"TODO(");
    int end = starter.indexOf(";\n", stub) + 1;
    return starter.substring(0, stub) + body + starter.substring(end);
  }

  private static void run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
    }
  }

  /** The real command on a pseudo-terminal. */
  private static final class Session implements AutoCloseable {

    private final Process terminal;
    private final Screen screen = new Screen();

    Session(Path checkout) throws IOException {
      String command = "stty cols %d rows %d && exec ./workshop".formatted(COLUMNS, ROWS);
      ProcessBuilder builder =
          new ProcessBuilder("script", "-qefc", command, "/dev/null").directory(checkout.toFile());
      builder.environment().putAll(Map.of("TERM", "xterm-256color", "SHELL", "/bin/sh"));
      builder.environment().remove("NO_COLOR");
      terminal = builder.redirectErrorStream(true).start();
      Thread.ofPlatform().daemon().start(this::draw);
    }

    private void draw() {
      char[] chars = new char[4096];
      try (Reader reader = new InputStreamReader(terminal.getInputStream(), UTF_8)) {
        for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
          screen.write(new String(chars, 0, count));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Waits until the screen shows all texts, and returns a copy of it. */
    Screen shows(String... texts) throws Exception {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (!Arrays.stream(texts).allMatch(screen.text()::contains)) {
        if (System.nanoTime() > deadline) {
          throw new IOException(List.of(texts) + " did not appear. The screen:\n" + screen.text());
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
      TimeUnit.MILLISECONDS.sleep(500); // the rest of the frame
      return screen.copy();
    }

    @Override
    public void close() throws Exception {
      terminal.getOutputStream().write('q');
      terminal.getOutputStream().flush();
      terminal.waitFor();
    }
  }

  /** What a terminal shows, with colors; understands the control sequences that the command uses. */
  private static final class Screen {

    private static final char ESCAPE = '\u001b';

    private final char[][] cells = new char[ROWS][COLUMNS];
    private final String[][] styles = new String[ROWS][COLUMNS];
    private int row;
    private int column;
    private String style = "";
    private String pending = "";

    Screen() {
      clear();
    }

    synchronized Screen copy() {
      Screen copy = new Screen();
      for (int r = 0; r < ROWS; r++) {
        copy.cells[r] = cells[r].clone();
        copy.styles[r] = styles[r].clone();
      }
      return copy;
    }

    synchronized String text() {
      StringBuilder text = new StringBuilder();
      for (char[] line : cells) {
        text.append(line).append('\n');
      }
      return text.toString();
    }

    synchronized void write(String text) {
      String all = pending + text;
      int index = 0;
      while (index < all.length()) {
        int next = all.charAt(index) == ESCAPE ? sequence(all, index) : character(all, index);
        if (next < 0) {
          break;
        }
        index = next;
      }
      pending = all.substring(index);
    }

    private int character(String text, int index) {
      char c = text.charAt(index);
      if (c == '\r') {
        column = 0;
      } else if (c == '\n') {
        row = Math.min(ROWS - 1, row + 1);
      } else if (c >= ' ' && column < COLUMNS) {
        cells[row][column] = c;
        styles[row][column++] = style;
      }
      return index + 1;
    }

    private int sequence(String text, int start) {
      if (start + 1 >= text.length()) {
        return -1;
      }
      if (text.charAt(start + 1) == ']') {
        int end = text.indexOf(ESCAPE + "\\", start + 2);
        return end < 0 ? -1 : end + 2;
      }
      if (text.charAt(start + 1) != '[') {
        return start + 2;
      }
      int end = start + 2;
      while (end < text.length() && !Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end == text.length()) {
        return -1;
      }
      act(text.charAt(end), text.substring(start + 2, end));
      return end + 1;
    }

    private void act(char command, String parameters) {
      switch (command) {
        case 'H' -> {
          String[] place = parameters.split(";");
          row = Math.clamp(number(place, 0) - 1, 0, ROWS - 1);
          column = Math.max(0, number(place, 1) - 1);
        }
        case 'K' -> {
          Arrays.fill(cells[row], Math.min(column, COLUMNS), COLUMNS, ' ');
          Arrays.fill(styles[row], Math.min(column, COLUMNS), COLUMNS, "");
        }
        case 'J' -> clear();
        case 'm' -> style = parameters.equals("0") || parameters.isEmpty() ? "" : style + ";" + parameters;
        default -> {
          // Cursor shapes and the like do not change the picture.
        }
      }
    }

    private static int number(String[] parts, int index) {
      return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 1;
    }

    private void clear() {
      for (int r = 0; r < ROWS; r++) {
        Arrays.fill(cells[r], ' ');
        Arrays.fill(styles[r], "");
      }
    }
  }

  private record Palette(
      String paper, String ink, String faint, String red, String green, String yellow, String blue) {

    static final Palette LIGHT =
        new Palette("#ffffff", "#1c2430", "#6b7480", "#b42318", "#15803d", "#a16207", "#1d4ed8");
    static final Palette DARK =
        new Palette("#161b22", "#e6e9ee", "#8b949e", "#ff7b72", "#3fb950", "#e3b341", "#79c0ff");

    String css(String style) {
      String color = ink;
      String more = "";
      for (String code : style.split(";")) {
        switch (code) {
          case "1" -> more = "font-weight:bold;";
          case "2", "90" -> color = faint;
          case "31", "91" -> color = red;
          case "32", "92" -> color = green;
          case "33", "93" -> color = yellow;
          case "34", "35", "36", "94", "95", "96" -> color = blue;
          default -> {
            // The rest is drawn like plain text.
          }
        }
      }
      return more + "fill:" + color;
    }
  }

  private static final double CELL = 8.4;
  private static final int LINE = 18;

  private static String svg(List<Screen> frames, Palette palette) {
    int total = SECONDS_PER_FRAME * frames.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                + "<title>A session of ./workshop: the task, a verdict on code that only looks"
                + " asynchronous, and a solved exercise</title>\n"
                + "<style>text{font:14px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;"
                + "white-space:pre}.f{opacity:0;animation:f %ds infinite step-end}"
                + "@keyframes f{0%%{opacity:1}%.3f%%{opacity:0}}@media (prefers-reduced-motion:reduce)"
                + "{.f{animation:none}.f:last-child{opacity:1}}</style>\n")
            .formatted(
                Math.round(COLUMNS * CELL) + 32, ROWS * LINE + 32, total, 100.0 / frames.size()));
    svg.append(
        "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n".formatted(palette.paper()));
    for (int i = 0; i < frames.size(); i++) {
      svg.append("<g class=\"f\" style=\"animation-delay:%ds\">\n".formatted(i * SECONDS_PER_FRAME));
      append(svg, frames.get(i), palette);
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Screen screen, Palette palette) {
    for (int row = 0; row < ROWS; row++) {
      int column = 0;
      while (column < COLUMNS) {
        String style = screen.styles[row][column];
        int end = column;
        while (end < COLUMNS && screen.styles[row][end].equals(style)) {
          end++;
        }
        String text = new String(screen.cells[row], column, end - column);
        if (!text.isBlank()) {
          svg.append(
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\" style=\"%s\">%s</text>\n"
                  .formatted(
                      16 + column * CELL,
                      16 + (row + 1) * LINE - 4,
                      (end - column) * CELL,
                      palette.css(style),
                      text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
        }
        column = end;
      }
    }
  }
}
