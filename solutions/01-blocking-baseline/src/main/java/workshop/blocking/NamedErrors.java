package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * "Is a directory", says the disk, and not which. Whoever reads your error at three in the morning
 * needs the path, and the original reason behind it.
 *
 * <p>Both methods do the ordinary thing when all is well; what counts here is when it is not: the
 * {@link IOException} that leaves them has the path in its message and the disk's own error as
 * itself or as a cause, and a file that could not be written does not stay behind half made.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class NamedErrors {

  /** Returns the text of {@code file}, which is UTF-8. */
  public String load(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Makes {@code file} hold {@code text} as UTF-8. When that fails, a file that was not there
   * before is not there afterwards, and whatever was there before is not removed.
   */
  public void save(Path file, String text) throws IOException {
    boolean wasThere = Files.exists(file);
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e.getMessage(), e);
      if (!wasThere) {
        removeHalfMade(file, named);
      }
      throw named;
    }
  }

  /** A failure to clean up must not hide the failure that made it necessary. */
  private static void removeHalfMade(Path file, IOException failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
