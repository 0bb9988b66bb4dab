package workshop.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import workshop.disk.filter.Nullable;

/**
 * A file channel below a watched directory.
 *
 * <p>Interrupts and closes work as in the JDK, even while an operation is held: an interrupt closes
 * the channel ({@link java.nio.channels.ClosedByInterruptException}), and a close by another thread
 * ends the operation ({@link java.nio.channels.AsynchronousCloseException}). Operations at the
 * channel's position run one at a time.
 *
 * <p>A transfer between two watched channels is recorded for both: as a transfer for the channel it
 * is called on, and as reads or writes for the other one.
 */
final class WatchedFileChannel extends FileChannel {

  /** The size of the buffer through which the JDK transfers from a channel that is not a file. */
  private static final int TRANSFER_BUFFER = 8192;

  private final OpenFile file;
  private final FileChannel delegate;
  private final boolean uninterruptible;
  private final Object positionLock = new Object();

  WatchedFileChannel(OpenFile file, FileChannel delegate, boolean uninterruptible) {
    this.file = file;
    this.delegate = delegate;
    this.uninterruptible = uninterruptible;
  }

  @Override
  public int read(ByteBuffer dst) throws IOException {
    synchronized (positionLock) {
      return fill(dst, where(), delegate::read);
    }
  }

  @Override
  public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, dsts.length);
    synchronized (positionLock) {
      return move(
          file.request(Op.READ).at(where(), Buffers.remaining(dsts, offset, length)),
          allowed -> Buffers.upTo(allowed, dsts, offset, length, delegate::read));
    }
  }

  @Override
  public int read(ByteBuffer dst, long position) throws IOException {
    return fill(dst, position, part -> delegate.read(part, position));
  }

  private int fill(ByteBuffer dst, long position, Buffers.OneBuffer read) throws IOException {
    Request request = file.request(Op.READ).at(position, dst.remaining());
    return file.buffers()
        .during(
            dst, () -> Math.toIntExact(move(request, allowed -> Buffers.upTo(allowed, dst, read))));
  }

  @Override
  public int write(ByteBuffer src) throws IOException {
    synchronized (positionLock) {
      return Math.toIntExact(
          move(
              file.request(Op.WRITE).at(where(), src.remaining()),
              allowed -> Buffers.upTo(allowed, src, delegate::write)));
    }
  }

  @Override
  public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, srcs.length);
    synchronized (positionLock) {
      return move(
          file.request(Op.WRITE).at(where(), Buffers.remaining(srcs, offset, length)),
          allowed -> Buffers.upTo(allowed, srcs, offset, length, delegate::write));
    }
  }

  @Override
  public int write(ByteBuffer src, long position) throws IOException {
    return Math.toIntExact(
        move(
            file.request(Op.WRITE).at(position, src.remaining()),
            allowed -> Buffers.upTo(allowed, src, part -> delegate.write(part, position))));
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return move(
        transfer(StandardOpenOption.READ, position, count),
        allowed -> delegate.transferTo(position, allowed, target));
  }

  @Override
  public long transferFrom(ReadableByteChannel src, long position, long count) throws IOException {
    return move(
        transfer(StandardOpenOption.WRITE, position, count),
        allowed -> {
          long moved = delegate.transferFrom(src, position, allowed);
          if (moved == allowed && moved < count && !(src instanceof FileChannel)) {
            loseBytes(src, moved, count);
          }
          return moved;
        });
  }

  /**
   * Takes the bytes out of {@code src} that a short write leaves in a buffer of the JDK: it reads
   * as many as fit there before each write, and never puts them back.
   */
  private static void loseBytes(ReadableByteChannel src, long moved, long count)
      throws IOException {
    long room = TRANSFER_BUFFER - moved % TRANSFER_BUFFER;
    src.read(ByteBuffer.allocate(Math.toIntExact(Math.min(room, count - moved))));
  }

  /** Returns the channel's position; 0 for a file that has none, such as a named pipe. */
  private long where() throws IOException {
    ensureOpen();
    return atTheDisk(
            _ -> {
              try {
                return delegate.position();
              } catch (ClosedChannelException e) {
                throw e;
              } catch (IOException illegalSeek) {
                return 0L;
              }
            })
        .perform(0);
  }

  /** Not recorded, because it moves no bytes. */
  @Override
  public long position() throws IOException {
    synchronized (positionLock) {
      ensureOpen();
      return atTheDisk(_ -> delegate.position()).perform(0);
    }
  }

  /** Not recorded, because it moves no bytes. */
  @Override
  public FileChannel position(long newPosition) throws IOException {
    synchronized (positionLock) {
      ensureOpen();
      atTheDisk(_ -> delegate.position(newPosition)).perform(0);
      return this;
    }
  }

  @Override
  public long size() throws IOException {
    synchronized (positionLock) {
      return operate(file.request(Op.SIZE), delegate::size);
    }
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    synchronized (positionLock) {
      operate(file.request(Op.TRUNCATE).at(size, 0), () -> delegate.truncate(size));
      return this;
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    operate(
        file.request(Op.FORCE).metadata(metaData),
        () -> {
          delegate.force(metaData);
          return true;
        });
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return operate(
        file.request(Op.MAP).at(position, size), () -> delegate.map(mode, position, size));
  }

  @Override
  public MemorySegment map(MapMode mode, long offset, long size, Arena arena) throws IOException {
    return operate(
        file.request(Op.MAP).at(offset, size), () -> delegate.map(mode, offset, size, arena));
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    try {
      FileLock lock =
          operate(
              file.request(Op.LOCK).at(position, size),
              () -> delegate.lock(position, size, shared));
      return new WatchedFileLock(this, lock);
    } catch (ClosedByInterruptException e) {
      throw new FileLockInterruptionException(); // as in the JDK
    }
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    @Nullable
    FileLock lock =
        this.<@Nullable FileLock>operateUninterruptibly(
            file.request(Op.LOCK).at(position, size),
            () -> delegate.tryLock(position, size, shared));
    return lock == null ? null : new WatchedFileLock(this, lock);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close(delegate);
  }

  @Override
  public String toString() {
    return "FileChannel(" + file + ")";
  }

  private Request transfer(OpenOption way, long position, long count) {
    return file.request(Op.TRANSFER).with(Set.of(way)).at(position, count);
  }

  private long move(Request request, OpenFile.Work<Long> work) throws IOException {
    ensureOpen();
    return file.operate(request, this, this::approach, atTheDisk(work), Long::longValue);
  }

  private <T extends @Nullable Object> T operate(Request request, Watch.IoAction<T> action)
      throws IOException {
    ensureOpen();
    OpenFile.Work<T> work = _ -> action.perform();
    return file.operate(request, this, this::approach, atTheDisk(work), _ -> 0);
  }

  private <T extends @Nullable Object> T operateUninterruptibly(
      Request request, Watch.IoAction<T> action) throws IOException {
    ensureOpen();
    OpenFile.Work<T> work = _ -> action.perform();
    return file.operate(request, this, file::approach, atTheDisk(work), _ -> 0);
  }

  private void ensureOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /** Applies the rules; an interrupt or a close ends the operation while they apply. */
  private long approach(Operation operation) throws IOException {
    if (uninterruptible) {
      return file.approach(operation);
    }
    boolean arrived = false;
    try {
      begin();
      long allowed = operation.approach();
      arrived = isOpen();
      return allowed;
    } finally {
      end(arrived);
    }
  }

  /** Closes this channel if an interrupt has closed the delegate. */
  private <T extends @Nullable Object> OpenFile.Work<T> atTheDisk(OpenFile.Work<T> work) {
    return allowed -> {
      boolean interrupted = uninterruptible && Thread.interrupted();
      try {
        return work.perform(allowed);
      } catch (IOException e) {
        if (!delegate.isOpen()) {
          close();
        }
        throw e;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
