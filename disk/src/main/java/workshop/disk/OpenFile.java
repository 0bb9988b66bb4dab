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
 * A file that was opened below a watched directory, whatever it was opened as: what is done through
 * it is recorded, meets obstacles, and is cut off when the file is closed.
 */
final class OpenFile {

  private final Watch watch;
  private final Path file;
  private final long handle;
  private final Set<Operation> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Stands for an open file.
   *
   * @param handle the number of the event that opened it
   */
  OpenFile(Place place, long handle) {
    this.watch = place.watch();
    this.file = place.file();
    this.handle = handle;
  }

  Request request(Op op) {
    return Request.of(op, file).through(handle);
  }

  /**
   * Does one operation on the current thread.
   *
   * @param channel what the operation loses when a rule closes it early
   * @param approach how to get to the disk, usually {@link #approach}
   * @param work what to do there
   * @param bytes how many bytes the result stands for
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
    if (closed) { // by somebody who could not see this operation yet
      operation.cutOff();
    }
    try {
      if (late) { // not while it was in flight: nobody cut it off
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

  /** Counts a request that does not get as far as the disk: a loop of them is endless, too. */
  void notice(Request request) {
    if (!Unrecorded.now()) {
      watch.script().limit().admit(request);
      watch.script().limit().ended(request, 0);
    }
  }

  /** Goes as far as the disk, unless the file is closed meanwhile. */
  long approach(Operation operation) throws IOException {
    long allowed = operation.approach();
    if (closed) {
      throw new AsynchronousCloseException();
    }
    return allowed;
  }

  /**
   * Closes the file. A close that cuts off operations in flight is not held, slowed or failed, for
   * it may come from whoever interrupts a thread that is itself being held.
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

  /** The way to the disk. */
  @FunctionalInterface
  interface Approach {
    long of(Operation operation) throws IOException;
  }

  /** What is done on the disk, with at most {@code allowed} bytes. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T perform(long allowed) throws IOException;
  }
}
