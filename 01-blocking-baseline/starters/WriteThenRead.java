package workshop.blocking;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The chef makes both trips in person: store the order, then fetch it again.
 *
 * <p>This is the program of the workshop in its blocking version: it writes a file and reads it
 * back, with your {@link WriteFully}, {@link ReadToEnd} and {@link LossyDecoder}. It prints, each
 * on a line of its own: {@code Starting blocking write operation...}, {@code Successfully wrote to
 * my_async_file.txt}, an empty line, {@code Starting blocking read operation...}, {@code
 * Successfully read N bytes from the file.}, {@code File Contents:} and the text.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class WriteThenRead {

  private final String text = new Welcome().text();

  /**
   * Writes the text to {@code file}, reads it back, and reports each step on {@code out} when it is
   * done. Blocks the caller until the last step is done.
   *
   * @param out stays open
   * @throws IOException if a step fails; its message contains {@code file}, as it was given
   */
  public void run(Path file, PrintStream out) throws IOException {
    // TODO(01-5): announce, write, report; announce, read, report; show the text.
    throw new UnsupportedOperationException("TODO(01-5): write a file, then read it");
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
