package workshop.blocking;

import java.io.IOException;
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
    // TODO(01-4): read the file; an error names the path and keeps its cause.
    throw new UnsupportedOperationException("TODO(01-4): load, with errors that name the path");
  }

  /**
   * Makes {@code file} hold {@code text} as UTF-8. If that fails, a file that did not exist before
   * does not exist afterwards, and nothing that existed before is removed.
   */
  public void save(Path file, String text) throws IOException {
    // TODO(01-4): write the file; if that fails, remove what you created, and only that.
    throw new UnsupportedOperationException("TODO(01-4): save, leaving no partial file");
  }
}
