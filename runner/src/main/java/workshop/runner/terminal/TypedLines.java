package workshop.runner.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import workshop.runner.port.Keys;
import workshop.runner.watch.Key;

/**
 * Keys that are typed as lines, as in the console of an editor: each letter of a line counts. The
 * end of a line belongs to a letter that stands alone; after more of them, as after the name of an
 * exercise, it is the enter key, and an empty line is the escape key. The end of the input is no
 * key: whoever has no input may still want to watch.
 */
public final class TypedLines implements Keys {

  private final InputStream in;

  public TypedLines(InputStream in) {
    this.in = in;
  }

  @Override
  public void start(Consumer<Key> pressed) {
    Thread thread = new Thread(() -> read(pressed), "keys");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(Consumer<Key> pressed) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String typed = line.strip();
        typed.chars().forEach(c -> pressed.accept(Key.letter((char) c)));
        if (typed.length() != 1) {
          pressed.accept(Key.of(typed.isEmpty() ? Key.Kind.ESCAPE : Key.Kind.ENTER));
        }
      }
    } catch (IOException ended) {
      // As good as the end.
    }
  }

  @Override
  public void close() {}
}
