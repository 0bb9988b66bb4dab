package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import workshop.disk.OpenFile.Work;
import workshop.disk.filter.Nullable;

/** An open file whose operations run on the threads of a pool. */
final class PooledFile implements Closeable {

  private final OpenFile file;
  private final Closeable delegate;
  private final ExecutorService pool;

  /** An operation holds the read lock, so that a close waits for it. */
  private final ReadWriteLock ending = new ReentrantReadWriteLock();

  private volatile boolean closed;

  PooledFile(OpenFile file, Closeable delegate, ExecutorService pool) {
    this.file = file;
    this.delegate = delegate;
    this.pool = pool;
  }

  boolean isOpen() {
    return !closed;
  }

  Request request(Op op) {
    return file.request(op);
  }

  /**
   * Completes with {@code result}, without I/O and without recording it. Fails if the file is
   * closed.
   */
  <T extends @Nullable Object> void skip(Request request, T result, Completion<T> completion) {
    file.notice(request);
    completion.soon(pool, result, closed ? new ClosedChannelException() : null);
  }

  /**
   * Submits an operation to the pool.
   *
   * @param request called on the pool thread, so that it sees the buffer as the disk does
   */
  <T extends @Nullable Object> void submit(
      Supplier<Request> request,
      Work<T> work,
      ToLongFunction<? super T> bytes,
      Completion<T> completion) {
    pool.execute(() -> perform(request, work, bytes, completion));
  }

  /** Runs an operation on the current thread. */
  <T extends @Nullable Object> T perform(Request request, Watch.IoAction<T> action)
      throws IOException {
    return this.<T>whileOpen(request, _ -> action.perform(), _ -> 0);
  }

  private <T extends @Nullable Object> void perform(
      Supplier<Request> request,
      Work<T> work,
      ToLongFunction<? super T> bytes,
      Completion<T> completion) {
    T result = null;
    Throwable error = null;
    try {
      Request asked = request.get();
      result =
          asked.op() == Op.LOCK ? untilClosed(asked, work, bytes) : whileOpen(asked, work, bytes);
    } catch (ClosedChannelException e) {
      error = new AsynchronousCloseException();
    } catch (Throwable e) {
      error = e;
    }
    // Without the lock, because a completion handler may close the channel.
    completion.ended(result, error);
  }

  private <T extends @Nullable Object> T whileOpen(
      Request request, Work<T> work, ToLongFunction<? super T> bytes) throws IOException {
    Lock begun = ending.readLock();
    begun.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      return file.operate(request, this::closeUnderneath, file::approach, work, bytes);
    } finally {
      begun.unlock();
    }
  }

  /** Runs an operation that a close ends, because it may wait for another program. */
  private <T extends @Nullable Object> T untilClosed(
      Request request, Work<T> work, ToLongFunction<? super T> bytes) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    return file.operate(request, this::closeUnderneath, file::approach, work, bytes);
  }

  /**
   * Waits for the operations that have begun, except locks. Those in the pool's queue will fail.
   */
  @Override
  public void close() throws IOException {
    if (isFirstToClose()) {
      Lock allEnded = ending.writeLock();
      allEnded.lock();
      try {
        file.close(delegate);
      } finally {
        allEnded.unlock();
      }
    }
  }

  /** Closes without waiting, because an operation in flight calls it. */
  private void closeUnderneath() throws IOException {
    if (isFirstToClose()) {
      file.close(delegate);
    }
  }

  private synchronized boolean isFirstToClose() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
