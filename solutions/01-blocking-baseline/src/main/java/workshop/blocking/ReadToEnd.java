package workshop.blocking;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      // Only -1 is the end of file. A short read is not, and the size may be out of date.
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }
}
