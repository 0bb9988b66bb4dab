package workshop.disk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** The result of {@code Files.newInputStream} below a watched directory. Not interruptible. */
final class WatchedInputStream extends InputStream {

  private final OpenFile file;
  private final InputStream delegate;
  private final AtomicBoolean closed = new AtomicBoolean();
  private long position;

  WatchedInputStream(OpenFile file, InputStream delegate) {
    this.file = file;
    this.delegate = delegate;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    int count =
        file.buffers()
            .during(
                bytes,
                () ->
                    file.operate(
                        file.request(Op.READ).at(position, length),
                        this,
                        file::approach,
                        allowed -> delegate.read(bytes, offset, Math.toIntExact(allowed)),
                        Integer::longValue));
    position += Math.max(0, count);
    return count;
  }

  @Override
  public synchronized long skip(long count) throws IOException {
    long skipped = delegate.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return delegate.available();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      file.close(delegate);
    }
  }

  @Override
  public String toString() {
    return "InputStream(" + file + ")";
  }
}
