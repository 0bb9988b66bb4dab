package workshop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.disk.filter.Nullable;

/**
 * An asynchronous channel below a watched directory. Each read, write and lock runs on a thread of
 * its pool, which waits for the disk and then calls the completion handler.
 *
 * <p>The JDK's channel does the same on Linux and macOS. This one submits the operations itself, so
 * that rules apply <em>on the pool thread</em> and the caller's call returns at once. The rest is
 * as in the JDK: an executor that rejects a task throws on the caller's thread, an exception from a
 * handler stays on the handler's thread, a close waits for the operations that have begun, and
 * interrupts do not affect the I/O. Only an {@link java.nio.channels.OverlappingFileLockException}
 * is different: the result fails with it.
 */
final class WatchedAsynchronousFileChannel extends AsynchronousFileChannel {

  private final PooledFile file;
  private final BuffersInFlight buffers;
  private final AsynchronousFileChannel delegate;
  private final boolean reading;
  private final boolean writing;

  /** {@code pool} does the I/O and calls the completion handlers. */
  WatchedAsynchronousFileChannel(
      OpenFile file,
      AsynchronousFileChannel delegate,
      ExecutorService pool,
      Set<? extends OpenOption> options) {
    this.file = new PooledFile(file, delegate, pool);
    this.buffers = file.buffers();
    this.delegate = delegate;
    this.writing = options.contains(StandardOpenOption.WRITE);
    this.reading = options.contains(StandardOpenOption.READ) || !writing;
  }

  @Override
  public <A extends @Nullable Object> void read(
      ByteBuffer dst, long position, A attachment, CompletionHandler<Integer, ? super A> handler) {
    read(dst, position, new HandlerCall<>(handler, attachment));
  }

  @Override
  public Future<Integer> read(ByteBuffer dst, long position) {
    PendingResult<Integer> result = new PendingResult<>(this);
    read(dst, position, result);
    return result;
  }

  private void read(ByteBuffer dst, long position, Completion<Integer> completion) {
    notNegative(position);
    if (!reading) {
      throw new NonReadableChannelException();
    }
    if (dst.isReadOnly()) {
      throw new IllegalArgumentException("Read-only buffer");
    }
    transfer(
        Op.READ, dst, position, completion, part -> Inline.join(delegate.read(part, position)));
  }

  @Override
  public <A extends @Nullable Object> void write(
      ByteBuffer src, long position, A attachment, CompletionHandler<Integer, ? super A> handler) {
    write(src, position, new HandlerCall<>(handler, attachment));
  }

  @Override
  public Future<Integer> write(ByteBuffer src, long position) {
    PendingResult<Integer> result = new PendingResult<>(this);
    write(src, position, result);
    return result;
  }

  private void write(ByteBuffer src, long position, Completion<Integer> completion) {
    notNegative(position);
    if (!writing) {
      throw new NonWritableChannelException();
    }
    transfer(
        Op.WRITE, src, position, completion, part -> Inline.join(delegate.write(part, position)));
  }

  private void transfer(
      Op op,
      ByteBuffer buffer,
      long position,
      Completion<Integer> completion,
      Buffers.OneBuffer io) {
    if (!isOpen() || !buffer.hasRemaining()) {
      file.skip(file.request(op).at(position, buffer.remaining()), 0, completion);
      return;
    }
    buffers.enter(buffer);
    try {
      file.submit(
          () -> file.request(op).at(position, buffer.remaining()),
          allowed -> Math.toIntExact(Buffers.upTo(allowed, buffer, io)),
          Integer::longValue,
          completion.after(() -> buffers.leave(buffer)));
    } catch (RuntimeException rejected) {
      buffers.leave(buffer);
      throw rejected;
    }
  }

  @Override
  public <A extends @Nullable Object> void lock(
      long position,
      long size,
      boolean shared,
      A attachment,
      CompletionHandler<FileLock, ? super A> handler) {
    lock(position, size, shared, new HandlerCall<>(handler, attachment));
  }

  @Override
  public Future<FileLock> lock(long position, long size, boolean shared) {
    PendingResult<FileLock> result = new PendingResult<>(this);
    lock(position, size, shared, result);
    return result;
  }

  private void lock(long position, long size, boolean shared, Completion<FileLock> completion) {
    if (shared && !reading) {
      throw new NonReadableChannelException();
    }
    if (!shared && !writing) {
      throw new NonWritableChannelException();
    }
    notNegative(position);
    if (size < 0 || position + size < 0) {
      throw new IllegalArgumentException("Negative size, or position + size overflows");
    }
    file.submit(
        () -> file.request(Op.LOCK).at(position, size),
        _ -> new WatchedFileLock(this, Inline.join(delegate.lock(position, size, shared))),
        _ -> 0,
        completion);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    FileLock lock =
        file.<@Nullable FileLock>perform(
            file.request(Op.LOCK).at(position, size),
            () -> delegate.tryLock(position, size, shared));
    return lock == null ? null : new WatchedFileLock(this, lock);
  }

  @Override
  public long size() throws IOException {
    return file.perform(file.request(Op.SIZE), delegate::size);
  }

  @Override
  public AsynchronousFileChannel truncate(long size) throws IOException {
    file.perform(file.request(Op.TRUNCATE).at(size, 0), () -> delegate.truncate(size));
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    file.perform(
        file.request(Op.FORCE).metadata(metaData),
        () -> {
          delegate.force(metaData);
          return true;
        });
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public String toString() {
    return "AsynchronousFileChannel(" + file + ")";
  }

  private static void notNegative(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("Negative position");
    }
  }
}
