package workshop.runner.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;

/**
 * Keys that are typed as lines, as in the console of an editor. Each letter is a key. After several
 * letters, such as the name of an exercise, the end of the line counts as the enter key; after a
 * single letter, it does not. The end of the input is not a key: watching continues without input.
 */
final class TypedLines {

  private TypedLines() {}

  /** Starts a thread that reports the keys. */
  static void start(InputStream in, Consumer<Event> events) {
    Thread.ofPlatform()
        .daemon()
        .name("keys")
        .start(() -> read(in, key -> events.accept(new Event.Pressed(key))));
  }

  static void read(InputStream in, Consumer<Key> pressed) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String typed = line.strip();
        typed.chars().forEach(c -> pressed.accept(Key.letter((char) c)));
        if (typed.length() != 1) {
          pressed.accept(Key.of(typed.isEmpty() ? Key.Kind.EMPTY_LINE : Key.Kind.ENTER));
        }
      }
    } catch (IOException ended) {
      // The same as the end of the input.
    }
  }
}
