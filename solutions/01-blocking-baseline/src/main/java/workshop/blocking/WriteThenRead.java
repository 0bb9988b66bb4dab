package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
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
    try {
      out.println("Starting blocking write operation...");
      new WriteFully().write(file, text.getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());

      out.println("\nStarting blocking read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + lossily(bytes));
    } catch (IOException e) {
      // An open channel does not know its path: a failed read only says "Input/output error".
      throw new IOException(file + ": " + e, e);
    }
  }

  private static String lossily(byte[] bytes) throws IOException {
    return new LossyDecoder().decode(Channels.newChannel(new ByteArrayInputStream(bytes)));
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
