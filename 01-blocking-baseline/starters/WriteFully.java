package workshop.blocking;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The chef carries the whole order to the storeroom and waits until the door is locked behind it.
 *
 * <p>A disk may take fewer bytes than it was offered, an older file may be longer than the new one,
 * and what was "written" may still be in memory when the power fails. After {@code write} returns,
 * none of this may matter any more. The suite watches each operation on the disk.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class WriteFully {

  /**
   * Makes {@code file} hold exactly {@code content}, durably.
   *
   * @param file made if it is absent, emptied if it is there
   * @throws IOException if any step fails; the file is closed all the same
   */
  public void write(Path file, byte[] content) throws IOException {
    // TODO(01-1): open a FileChannel, write until nothing remains, force, close.
    throw new UnsupportedOperationException("TODO(01-1): write every byte, durably");
  }
}
