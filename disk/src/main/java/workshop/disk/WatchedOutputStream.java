package workshop.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The result of {@code Files.newOutputStream} below a watched directory. Not interruptible. After a
 * partial write it writes the rest, as the platform's does: one call is then several operations.
 */
final class WatchedOutputStream extends OutputStream {

  private final OpenFile file;
  private final OutputStream delegate;
  private final AtomicBoolean closed = new AtomicBoolean();
  private long position;

  /** {@code position} is the position of the first byte. */
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
