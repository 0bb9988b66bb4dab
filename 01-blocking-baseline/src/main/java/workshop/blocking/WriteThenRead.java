package workshop.blocking;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The program of this workshop, the blocking way: write a file, then read it. Built from your
 * {@link WriteFully}, {@link ReadToEnd} and {@link LossyDecoder}.
 *
 * <p>It prints, each on a line of its own: {@code Starting blocking write operation...}, {@code
 * Successfully wrote to my_async_file.txt}, an empty line, {@code Starting blocking read
 * operation...}, {@code Successfully read N bytes from the file.}, {@code File Contents:} and the
 * text. The suite holds the disk in the middle and looks where the chef stands.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class WriteThenRead {

  private final String text = new Welcome().text();

  /**
   * Writes the text to {@code file}, reads it back, and tells {@code out} about each step as it is
   * done. Blocks the caller until all of it is.
   *
   * @throws IOException if a step fails; its message names {@code file}
   */
  public void run(Path file, PrintStream out) throws IOException {
    // TODO(01-5): announce, write, report; announce, read, report; show the text.
    throw new UnsupportedOperationException("TODO(01-5): write a file, then read it");
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
