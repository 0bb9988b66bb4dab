package workshop.blocking;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    // WRITE alone leaves the tail of a longer old file; CREATE alone does not empty it.
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest); // moves the buffer's position by the bytes that were taken
      }
      channel.force(true); // before the close: afterwards, a device error is lost
    }
  }
}
