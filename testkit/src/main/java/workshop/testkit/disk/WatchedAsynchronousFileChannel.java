package workshop.testkit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous channel below a watched directory: hands each read, write and lock to a thread of
 * its pool, which waits for the disk and then runs the completion handler.
 *
 * <p>That is what the JDK's own does on Linux and macOS. This one does the handing over itself, so
 * that an operation is recorded, held, slowed and failed <em>on the pool thread</em>: the caller's
 * call returns at once, however slow the disk is. All else is as in the JDK: a full or closed
 * executor refuses in the caller's thread; a handler's exception is left to its thread; closing
 * waits for the operations that have begun; interrupts do not reach the disk.
 */
final class WatchedAsynchronousFileChannel extends AsynchronousFileChannel {

  private final OpenFile file;
  private final AsynchronousFileChannel delegate;
  private final ExecutorService pool;
  private final boolean reading;
  private final boolean writing;

  /** Operations that have begun share it; closing waits until it can have it alone. */
  private final ReadWriteLock ending = new ReentrantReadWriteLock();

  private volatile boolean closed;

  /**
   * Watches {@code delegate}.
   *
   * @param delegate may use any thread, for it is called on those of {@code pool}, and waited for
   * @param pool does the I/O and runs the completion handlers
   */
  WatchedAsynchronousFileChannel(
      OpenFile file,
      AsynchronousFileChannel delegate,
      ExecutorService pool,
      Set<? extends OpenOption> options) {
    this.file = file;
    this.delegate = delegate;
    this.pool = pool;
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
    transfer(Op.READ, dst, position, completion, part -> Inline.join(delegate.read(part, position)));
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
    if (closed || !buffer.hasRemaining()) {
      completion.soon(pool, 0, closed ? new ClosedChannelException() : null);
      return;
    }
    pool.execute(
        () ->
            perform(
                // On the pool thread: a buffer that was touched meanwhile is seen as the disk sees it.
                () -> file.request(op).at(position, buffer.remaining()),
                allowed -> Math.toIntExact(Buffers.upTo(allowed, buffer, io)),
                Integer::longValue,
                completion));
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
    if (closed) {
      completion.soon(pool, null, new ClosedChannelException());
      return;
    }
    pool.execute(
        () ->
            perform(
                () -> file.request(Op.LOCK).at(position, size),
                _ ->
                    new WatchedFileLock(
                        this, Inline.join(delegate.lock(position, size, shared))),
                _ -> 0,
                completion));
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    FileLock lock =
        this.<@Nullable FileLock>inTheCaller(
            file.request(Op.LOCK).at(position, size),
            () -> delegate.tryLock(position, size, shared));
    return lock == null ? null : new WatchedFileLock(this, lock);
  }

  @Override
  public long size() throws IOException {
    return inTheCaller(file.request(Op.SIZE), delegate::size);
  }

  @Override
  public AsynchronousFileChannel truncate(long size) throws IOException {
    inTheCaller(file.request(Op.TRUNCATE).at(size, 0), () -> delegate.truncate(size));
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    inTheCaller(
        file.request(Op.FORCE).metadata(metaData),
        () -> {
          delegate.force(metaData);
          return true;
        });
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  /** Waits for the operations that have begun; those still in the pool's queue will fail. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    ending.writeLock().lock();
    ending.writeLock().unlock();
    file.close(delegate);
  }

  @Override
  public String toString() {
    return "AsynchronousFileChannel(" + file + ")";
  }

  /** Runs on a thread of the pool. */
  private <T extends @Nullable Object> void perform(
      Supplier<Request> request,
      OpenFile.Work<T> work,
      ToLongFunction<? super T> bytes,
      Completion<T> completion) {
    T result = null;
    Throwable error = null;
    try {
      result = whileOpen(request.get(), work, bytes);
    } catch (ClosedChannelException e) {
      error = new AsynchronousCloseException();
    } catch (Throwable e) {
      error = e;
    }
    completion.ended(result, error);
  }

  private <T extends @Nullable Object> T inTheCaller(Request request, Watch.Deed<T> deed)
      throws IOException {
    return this.<T>whileOpen(request, _ -> deed.perform(), _ -> 0);
  }

  private <T extends @Nullable Object> T whileOpen(
      Request request, OpenFile.Work<T> work, ToLongFunction<? super T> bytes)
      throws IOException {
    ending.readLock().lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      return file.operate(request, this::closeUnderneath, file::approach, work, bytes);
    } finally {
      ending.readLock().unlock();
    }
  }

  /** Closes without waiting: it is an operation in flight that asks for it. */
  private void closeUnderneath() throws IOException {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    file.close(delegate);
  }

  private static void notNegative(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("Negative position");
    }
  }
}
