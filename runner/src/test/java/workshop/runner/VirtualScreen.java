package workshop.runner;

import java.util.Arrays;

/**
 * A terminal in memory: it keeps what a program draws, and understands the control sequences that
 * the workshop sends. Safe for use by several threads.
 */
final class VirtualScreen {

  private static final char ESCAPE = '\u001b';

  private final int columns;
  private final char[][] cells;
  private int row;
  private int column;
  private boolean alternate;
  private String pending = "";

  VirtualScreen(int columns, int rows) {
    this.columns = columns;
    this.cells = new char[rows][columns];
    clear();
  }

  /** Draws a piece of output, which may end within a control sequence. */
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
    switch (c) {
      case '\r' -> column = 0;
      case '\n' -> row = Math.min(cells.length - 1, row + 1);
      default -> {
        if (c >= ' ' && column < columns) {
          cells[row][column++] = c;
        }
      }
    }
    return index + 1;
  }

  /**
   * Returns the index at which the text continues after a sequence; negative if the sequence is
   * incomplete.
   */
  private int sequence(String text, int start) {
    if (start + 1 >= text.length()) {
      return -1;
    }
    return switch (text.charAt(start + 1)) {
      case '[' -> control(text, start + 2);
      case ']' -> {
        int end = text.indexOf(ESCAPE + "\\", start + 2);
        yield end < 0 ? -1 : end + 2;
      }
      default -> start + 2;
    };
  }

  private int control(String text, int start) {
    int end = start;
    while (end < text.length() && !Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == text.length()) {
      return -1;
    }
    act(text.charAt(end), text.substring(start, end));
    return end + 1;
  }

  private void act(char command, String parameters) {
    switch (command) {
      case 'H' -> {
        String[] place = parameters.split(";");
        row = Math.clamp(number(place, 0) - 1, 0, cells.length - 1);
        column = Math.max(0, number(place, 1) - 1);
      }
      case 'K' -> Arrays.fill(cells[row], Math.min(column, columns), columns, ' ');
      case 'J' -> clear();
      case 'h', 'l' -> {
        if (parameters.equals("?1049")) {
          alternate = command == 'h';
          clear();
        }
      }
      default -> {
        // Colors and the like do not change the text.
      }
    }
  }

  private static int number(String[] parts, int index) {
    return index < parts.length && !parts[index].isEmpty() ? Integer.parseInt(parts[index]) : 1;
  }

  private void clear() {
    for (char[] line : cells) {
      Arrays.fill(line, ' ');
    }
  }

  /** Returns whether the program has switched to the alternate screen. */
  synchronized boolean isAlternate() {
    return alternate;
  }

  synchronized String text() {
    StringBuilder text = new StringBuilder();
    for (char[] line : cells) {
      text.append(new String(line).stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
