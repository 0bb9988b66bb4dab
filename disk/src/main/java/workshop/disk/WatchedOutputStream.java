package workshop.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What {@code Files.newOutputStream} returns below a watched directory. Deaf to interrupts. Like
 * the platform's, it writes on after a partial write: then one call shows as several operations.
 */
final class WatchedOutputStream extends OutputStream {

  private final OpenFile file;
  private final OutputStream delegate;
  private final AtomicBoolean closed = new AtomicBoolean();
  private long position;

  /**
   * Watches {@code delegate}.
   *
   * @param position where the first byte goes
   */
  WatchedOutputStream(OpenFile file, OutputStream delegate, long position) {
    this.file = file;
    this.delegate = delegate;
    this.position = position;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value});
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int written = 0;
    while (written < length) {
      int from = offset + written;
      int rest = length - written;
      int count =
          file.operate(
              file.request(Op.WRITE).at(position, rest),
              this,
              file::approach,
              allowed -> {
                int some = Math.toIntExact(allowed);
                delegate.write(bytes, from, some);
                return some;
              },
              Integer::longValue);
      position += count;
      written += count;
    }
  }

  @Override
  public void flush() throws IOException {
    delegate.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      file.close(delegate);
    }
  }

  @Override
  public String toString() {
    return "OutputStream(" + file + ")";
  }
}
