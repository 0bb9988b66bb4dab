package workshop.blocking;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The chef empties the whole shelf, no matter what the label says about how much is on it.
 *
 * <p>A read may return fewer bytes than there was room for. A file's size is only what it was when
 * you asked: files grow and shrink, and some system files report a size of 0 although they have
 * content. Only a read that reports the end of the file tells you that you have all bytes.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class ReadToEnd {

  /**
   * Returns all bytes of {@code file}, up to its end.
   *
   * @throws IOException if the file cannot be opened or read; the file is closed in that case as
   *     well
   */
  public byte[] read(Path file) throws IOException {
    // TODO(01-2): read until the channel reports the end of file. Do not rely on the size.
    throw new UnsupportedOperationException("TODO(01-2): read to the end of file");
  }
}
