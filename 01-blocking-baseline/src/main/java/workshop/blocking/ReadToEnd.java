package workshop.blocking;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The chef fetches everything that lies on the shelf, not what the label promises.
 *
 * <p>A read may bring fewer bytes than there was room for, and a file's size is only what it was at
 * the moment of asking: files grow, and some files that the system makes up report a size of 0 and
 * are full of text. Only the end of file says that you have it all.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class ReadToEnd {

  /**
   * Returns all bytes of {@code file}, from the first to the end of file.
   *
   * @throws IOException if the file cannot be opened or read; it is closed all the same
   */
  public byte[] read(Path file) throws IOException {
    // TODO(01-2): read until the channel reports the end of file, whatever the size was said to be.
    throw new UnsupportedOperationException("TODO(01-2): read to the end of file");
  }
}
