package workshop.blocking;

import java.io.IOException;
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
    // TODO(01-4): read the file; an error names the path and keeps its cause.
    throw new UnsupportedOperationException("TODO(01-4): load, with errors that name the path");
  }

  /**
   * Makes {@code file} hold {@code text} as UTF-8. When that fails, a file that was not there
   * before is not there afterwards, and whatever was there before is not removed.
   */
  public void save(Path file, String text) throws IOException {
    // TODO(01-4): write the file; on an error remove what you made, and only that.
    throw new UnsupportedOperationException("TODO(01-4): save, leaving nothing half made");
  }
}
