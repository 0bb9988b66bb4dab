package workshop.blocking;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The chef carries the whole order to the storeroom, and leaves only when the door is locked.
 *
 * <p>A write may take fewer bytes than you offer. An old file may be longer than the new content.
 * Bytes that were written may still be in memory when the power fails. Your {@code write} has to
 * handle all of this before it returns. The suite watches every operation on the disk.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class WriteFully {

  /**
   * Makes {@code file} hold exactly {@code content}. When this method returns, the device has the
   * bytes and the file's metadata.
   *
   * @param file created if it is missing, emptied if it exists
   * @throws IOException if any step fails; the file is closed in that case as well
   */
  public void write(Path file, byte[] content) throws IOException {
    // TODO(01-1): open a FileChannel, write until nothing remains, force, close.
    throw new UnsupportedOperationException("TODO(01-1): write every byte, durably");
  }
}
