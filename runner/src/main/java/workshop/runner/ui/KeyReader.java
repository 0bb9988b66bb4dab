package workshop.runner.ui;

import java.io.IOException;
import java.util.function.Consumer;
import workshop.runner.watch.Key;

/** Turns the characters that a terminal sends into keys. */
final class KeyReader {

  private static final int ESCAPE = 27;
  private static final int CTRL_C = 3;
  private static final int DELETE = 127;
  private static final int END = -1;
  private static final String PASTE = "200";
  private static final String END_OF_PASTE = "\u001b[201~";

  /**
   * How long to wait after an escape character, which is either a key or the beginning of a
   * sequence.
   */
  private static final long ESCAPE_MILLIS = 100;

  /** After these two characters, the rest of a key's sequence always follows. */
  private static final long REST_MILLIS = 2000;

  /** How long to wait for a key. The wait is short, because it holds a lock that closing needs. */
  private static final long KEY_MILLIS = 200;

  /** Reads one character; returns -1 at the end, another negative number if none comes in time. */
  interface Characters {
    int read(long millis) throws IOException;
  }

  private final Characters characters;
  private final Consumer<Key> pressed;

  /** Whether the last character was an escape and counted as the escape key. */
  private boolean escaped;

  private KeyReader(Characters characters, Consumer<Key> pressed) {
    this.characters = characters;
    this.pressed = pressed;
  }

  /** Reads until the input ends, and reports the end as Ctrl-C. */
  static void read(Characters characters, Consumer<Key> pressed) {
    KeyReader reader = new KeyReader(characters, pressed);
    try {
      for (int c = characters.read(KEY_MILLIS); c != END; c = characters.read(KEY_MILLIS)) {
        if (c >= 0) {
          reader.character(c);
        }
      }
    } catch (IOException closed) {
      // The same as the end of the input.
    }
    pressed.accept(Key.of(Key.Kind.INTERRUPT));
  }

  private void character(int c) throws IOException {
    boolean late = escaped && c == '[';
    escaped = false;
    if (c == ESCAPE) {
      afterEscape();
    } else if (late) {
      // The rest of a sequence whose beginning counted as a key. The user did not type it.
      sequence();
    } else if (c >= ' ' || isMeant(c)) {
      pressed.accept(key(c));
    }
  }

  /** Other control characters, such as the one of Ctrl-Z, are ignored. */
  private static boolean isMeant(int c) {
    return c == CTRL_C || c == '\r' || c == '\n' || c == '\b';
  }

  private static Key key(int c) {
    return switch (c) {
      case CTRL_C -> Key.of(Key.Kind.INTERRUPT);
      case '\r', '\n' -> Key.of(Key.Kind.ENTER);
      case '\b', DELETE -> Key.of(Key.Kind.BACKSPACE);
      default -> Key.letter((char) c);
    };
  }

  private void afterEscape() throws IOException {
    int next = characters.read(ESCAPE_MILLIS);
    if (next == '[' || next == 'O') {
      sequence();
      return;
    }
    pressed.accept(Key.of(Key.Kind.ESCAPE));
    if (next >= 0) {
      character(next);
    } else {
      escaped = true;
    }
  }

  private void sequence() throws IOException {
    StringBuilder number = new StringBuilder();
    int last = characters.read(REST_MILLIS);
    while ((last >= '0' && last <= '9') || last == ';') {
      number.append((char) last);
      last = characters.read(REST_MILLIS);
    }
    if (last == '~' && number.toString().equals(PASTE)) {
      skipPaste();
      return;
    }
    pressed.accept(
        Key.of(
            switch (last) {
              case 'A' -> Key.Kind.UP;
              case 'B' -> Key.Kind.DOWN;
              case '~' -> number.toString().equals("5") ? Key.Kind.PAGE_UP : Key.Kind.PAGE_DOWN;
              default -> Key.Kind.ESCAPE;
            }));
  }

  /** Skips pasted text, whose letters are not meant as commands. */
  private void skipPaste() throws IOException {
    StringBuilder end = new StringBuilder();
    while (!end.toString().equals(END_OF_PASTE)) {
      int c = characters.read(REST_MILLIS);
      if (c < 0) {
        return; // the terminal lost the end of the paste
      }
      end.append((char) c);
      if (end.length() > END_OF_PASTE.length()) {
        end.deleteCharAt(0);
      }
    }
  }
}
