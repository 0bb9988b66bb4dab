package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The storeroom sends back a note, "is a directory", but does not say which one.
 *
 * <p>Reading and writing are easy while nothing fails. This exercise is about failures. The message
 * of the {@link IOException} that these methods throw contains the path. The disk's own error is
 * this exception or one of its causes. No half-written file is left behind.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class NamedErrors {

  /** Returns the text of {@code file}, which is UTF-8. */
  public String load(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      // The whole exception, because the message of a NoSuchFileException is only the path.
      throw new IOException("cannot read " + file + ": " + e, e);
    }
  }

  /**
   * Makes {@code file} hold {@code text} as UTF-8. If that fails, a file that did not exist before
   * does not exist afterwards, and nothing that existed before is removed.
   */
  public void save(Path file, String text) throws IOException {
    boolean existed = Files.exists(file);
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e, e);
      if (!existed) {
        removePartialFile(file, named);
      }
      throw named;
    }
  }

  /** A failed cleanup must not hide the failure that made it necessary. */
  private static void removePartialFile(Path file, IOException failure) {
    try {
      if (Files.exists(file)) {
        Files.delete(file.toRealPath()); // if file is a link, we created the file it points to
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
