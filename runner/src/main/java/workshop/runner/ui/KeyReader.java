package workshop.runner.ui;

import java.io.IOException;
import java.util.function.Consumer;
import workshop.runner.watch.Key;

/** Makes keys of the characters that a terminal sends. */
final class KeyReader {

  private static final int ESCAPE = 27;
  private static final int CTRL_C = 3;
  private static final int DELETE = 127;
  private static final int END = -1;
  private static final String PASTE = "200";
  private static final String END_OF_PASTE = "\u001b[201~";

  /** So long the escape key waits: a key that sends several characters begins with it as well. */
  private static final long ESCAPE_MILLIS = 100;

  /** After these two characters the rest of a key's sequence comes, however busy the machine is. */
  private static final long REST_MILLIS = 2000;

  /** Reads one character. */
  interface Blocking {
    int read() throws IOException;
  }

  /** Reads one character, or gives up with a negative number. */
  interface Bounded {
    int read(long millis) throws IOException;
  }

  private final Bounded bounded;
  private final Consumer<Key> pressed;

  /** Whether the last character was an escape that was taken for the key of that name. */
  private boolean escaped;

  private KeyReader(Bounded bounded, Consumer<Key> pressed) {
    this.bounded = bounded;
    this.pressed = pressed;
  }

  /** Reads until the input ends, and tells of that as of an interrupt. */
  static void read(Blocking blocking, Bounded bounded, Consumer<Key> pressed) {
    KeyReader reader = new KeyReader(bounded, pressed);
    try {
      for (int c = blocking.read(); c != END; c = blocking.read()) {
        if (c >= 0) {
          reader.character(c);
        }
      }
    } catch (IOException closed) {
      // As good as the end.
    }
    pressed.accept(Key.of(Key.Kind.INTERRUPT));
  }

  private void character(int c) throws IOException {
    boolean late = escaped && c == '[';
    escaped = false;
    if (c == ESCAPE) {
      afterEscape();
    } else if (late) {
      // The rest of a sequence whose beginning was taken for a key: it is no text that was typed.
      sequence();
    } else if (c >= ' ' || isMeant(c)) {
      pressed.accept(key(c));
    }
  }

  /** Of the other control characters, such as that of Ctrl-Z, nothing could be said or shown. */
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
    int next = bounded.read(ESCAPE_MILLIS);
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
    int last = bounded.read(REST_MILLIS);
    while ((last >= '0' && last <= '9') || last == ';') {
      number.append((char) last);
      last = bounded.read(REST_MILLIS);
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

  /** Pasted text is not meant as commands, one per letter. */
  private void skipPaste() throws IOException {
    StringBuilder end = new StringBuilder();
    while (!end.toString().equals(END_OF_PASTE)) {
      int c = bounded.read(REST_MILLIS);
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
