package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import workshop.disk.Watches.Place;
import workshop.disk.filter.Nullable;

/**
 * An open file of a watched directory, as a channel or a stream. Its operations are recorded,
 * follow the rules, and end when the file is closed.
 */
final class OpenFile {

  private final Watch watch;
  private final Path file;
  private final long handle;
  private final Set<Operation> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** {@code handle} is the number of the event that opened the file. */
  OpenFile(Place place, long handle) {
    this.watch = place.watch();
    this.file = place.file();
    this.handle = handle;
  }

  BuffersInFlight buffers() {
    return watch.buffers();
  }

  Request request(Op op) {
    return Request.of(op, file).through(handle);
  }

  /**
   * Does one operation on the current thread.
   *
   * @param channel closed if a rule says so
   * @param approach applies the rules, usually {@link #approach}
   * @param work does the I/O
   * @param bytes returns how many bytes a result stands for
   */
  <T extends @Nullable Object> T operate(
      Request request,
      Closeable channel,
      Approach approach,
      Work<T> work,
      ToLongFunction<? super T> bytes)
      throws IOException {
    if (Unrecorded.now()) {
      return work.perform(request.requested());
    }
    boolean late = closed;
    Operation operation = watch.begin(request, channel);
    inFlight.add(operation);
    if (closed) { // close() may not have seen this operation
      operation.cutOff();
    }
    try {
      if (late) { // closed before the operation began
        throw new ClosedChannelException();
      }
      long allowed = approach.of(operation);
      T result = work.perform(allowed);
      operation.done(bytes.applyAsLong(result));
      return result;
    } catch (Throwable e) {
      operation.failed(e);
      throw e;
    } finally {
      inFlight.remove(operation);
    }
  }

  /** Counts a request that does not reach the disk, because a loop of them is endless as well. */
  void notice(Request request) {
    if (!Unrecorded.now()) {
      watch.script().limit().admit(request);
      watch.script().limit().ended(request, 0);
    }
  }

  /** Applies the rules. Throws if the file has been closed since. */
  long approach(Operation operation) throws IOException {
    long allowed = operation.approach();
    if (closed) {
      throw new AsynchronousCloseException();
    }
    return allowed;
  }

  /**
   * Closes the file. A close that cuts off operations in flight ignores the rules: it may come from
   * a thread that interrupts a held one.
   */
  void close(Closeable delegate) throws IOException {
    closed = true;
    boolean cutsOff = !inFlight.isEmpty();
    inFlight.forEach(Operation::cutOff);
    Operation closing = watch.begin(request(Op.CLOSE), null);
    try {
      try {
        if (!cutsOff) {
          closing.approach();
        }
      } finally {
        delegate.close();
        watch.handles().closed(handle);
      }
      closing.done(0);
    } catch (Throwable e) {
      closing.failed(e);
      throw e;
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }

  @FunctionalInterface
  interface Approach {
    long of(Operation operation) throws IOException;
  }

  /** Does the I/O with at most {@code allowed} bytes. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T perform(long allowed) throws IOException;
  }
}
