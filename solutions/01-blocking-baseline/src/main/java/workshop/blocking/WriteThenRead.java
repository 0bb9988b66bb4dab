package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
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
    try {
      out.println("Starting blocking write operation...");
      new WriteFully().write(file, text.getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());

      out.println("\nStarting blocking read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + lossily(bytes));
    } catch (IOException e) {
      // Not every error of the disk knows its file: a failed read says "Input/output error".
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String lossily(byte[] bytes) throws IOException {
    return new LossyDecoder().decode(Channels.newChannel(new ByteArrayInputStream(bytes)));
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
