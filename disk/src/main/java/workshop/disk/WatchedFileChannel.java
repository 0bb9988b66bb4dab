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
 * <p>Behaves as the platform's own under interrupts and concurrent closes, also while it is held:
 * an interrupt closes the channel ({@link java.nio.channels.ClosedByInterruptException}), a close
 * by another thread ends the operation ({@link java.nio.channels.AsynchronousCloseException}).
 * Operations at the channel's position exclude one another, as the platform's do.
 *
 * <p>Between two watched channels a transfer shows on both sides: as a transfer on the one that it
 * is asked of, and as reads or writes on the other.
 */
final class WatchedFileChannel extends FileChannel {

  private final OpenFile file;
  private final FileChannel delegate;
  private final boolean deaf;
  private final Object positionLock = new Object();

  /**
   * Watches {@code delegate}.
   *
   * @param deaf whether interrupts leave the channel alone
   */
  WatchedFileChannel(OpenFile file, FileChannel delegate, boolean deaf) {
    this.file = file;
    this.delegate = delegate;
    this.deaf = deaf;
  }

  @Override
  public int read(ByteBuffer dst) throws IOException {
    synchronized (positionLock) {
      return Math.toIntExact(
          move(
              file.request(Op.READ).at(where(), dst.remaining()),
              allowed -> Buffers.upTo(allowed, dst, delegate::read)));
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
    return Math.toIntExact(
        move(
            file.request(Op.READ).at(position, dst.remaining()),
            allowed -> Buffers.upTo(allowed, dst, part -> delegate.read(part, position))));
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
        allowed -> delegate.transferFrom(src, position, allowed));
  }

  /**
   * Returns where the next operation takes place; the caller holds the lock. What cannot be
   * positioned, such as a named pipe, is always at its beginning.
   */
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

  /** Moves no bytes, so it is not recorded; where the next operation takes place is. */
  @Override
  public long position() throws IOException {
    synchronized (positionLock) {
      ensureOpen();
      return atTheDisk(_ -> delegate.position()).perform(0);
    }
  }

  /** Moves no bytes, so it is not recorded; where the next operation takes place is. */
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
      throw new FileLockInterruptionException(); // as the platform's tells an interrupted lock
    }
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    @Nullable
    FileLock lock =
        this.<@Nullable FileLock>operateDeaf(
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

  private <T extends @Nullable Object> T operate(Request request, Watch.Deed<T> deed)
      throws IOException {
    ensureOpen();
    OpenFile.Work<T> work = _ -> deed.perform();
    return file.operate(request, this, this::approach, atTheDisk(work), _ -> 0);
  }

  /** Does what never waits on the platform, so that an interrupt leaves it alone. */
  private <T extends @Nullable Object> T operateDeaf(Request request, Watch.Deed<T> deed)
      throws IOException {
    ensureOpen();
    OpenFile.Work<T> work = _ -> deed.perform();
    return file.operate(request, this, file::approach, atTheDisk(work), _ -> 0);
  }

  private void ensureOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /** On the way to the disk, an interrupt or a close ends the operation, and says so. */
  private long approach(Operation operation) throws IOException {
    if (deaf) {
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

  /** At the disk the delegate minds interrupts by itself; if one closes it, this is closed too. */
  private <T extends @Nullable Object> OpenFile.Work<T> atTheDisk(OpenFile.Work<T> work) {
    return allowed -> {
      boolean interrupted = deaf && Thread.interrupted();
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
