package workshop.blocking;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      // -1 is the end of file. A short read is not, and neither is the size at some earlier moment.
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
