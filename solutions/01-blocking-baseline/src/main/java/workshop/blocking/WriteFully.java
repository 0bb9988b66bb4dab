package workshop.blocking;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    // WRITE alone leaves the tail of a longer old file; CREATE alone does not empty it.
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest); // moves the buffer's position by what the disk took
      }
      // Here, not after close: until forced, an error of the device can still reach nobody.
      channel.force(true);
    }
  }
}
