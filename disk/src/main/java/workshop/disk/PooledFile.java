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

/** An open file whose operations are done by the threads of a pool, until it is closed. */
final class PooledFile implements Closeable {

  private final OpenFile file;
  private final Closeable delegate;
  private final ExecutorService pool;

  /** Operations that have begun share it; closing waits until it can have it alone. */
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
   * Completes without troubling the disk: with {@code result}, or as a closed channel does. It is
   * not recorded.
   */
  <T extends @Nullable Object> void skip(Request request, T result, Completion<T> completion) {
    file.notice(request);
    completion.soon(pool, result, closed ? new ClosedChannelException() : null);
  }

  /**
   * Hands an operation over to the pool, which then completes it.
   *
   * @param request asked for on the pool thread: a buffer that was touched meanwhile is seen as the
   *     disk sees it
   */
  <T extends @Nullable Object> void submit(
      Supplier<Request> request,
      Work<T> work,
      ToLongFunction<? super T> bytes,
      Completion<T> completion) {
    pool.execute(() -> perform(request, work, bytes, completion));
  }

  /** Does an operation on the current thread. */
  <T extends @Nullable Object> T perform(Request request, Watch.Deed<T> deed) throws IOException {
    return this.<T>whileOpen(request, _ -> deed.perform(), _ -> 0);
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
    // Outside of the lock: a completion handler may close the channel.
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

  /** Does an operation that a close cuts off, because it may wait for another program. */
  private <T extends @Nullable Object> T untilClosed(
      Request request, Work<T> work, ToLongFunction<? super T> bytes) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    return file.operate(request, this::closeUnderneath, file::approach, work, bytes);
  }

  /**
   * Waits for the operations that have begun, but not for a lock's; those still in the pool's queue
   * will fail.
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

  /** Closes without waiting: it is an operation in flight that asks for it. */
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
