package workshop.disk;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import workshop.disk.filter.Nullable;

/**
 * One operation on a watched directory.
 *
 * @param number the operations of a disk are numbered from 1, in the order in which they began
 * @param file a file below {@link Disk#directory()}; only the source of a move or copy can be
 *     outside
 * @param target the other file of a move, copy or link; otherwise {@code null}
 * @param options the options of an {@link Op#OPEN}; for a {@link Op#TRANSFER} {@code READ} if the
 *     bytes came from the file and {@code WRITE} if they went to it; otherwise empty
 * @param position the position in the file; for {@link Op#TRUNCATE} the new size; otherwise 0
 * @param requested how many bytes to move; 0 for operations that move none
 * @param transferred how many bytes were moved; -1 for a read at the end of the file; for {@link
 *     Op#OPEN} the size of the file after it was opened; otherwise 0
 * @param metadata whether a {@link Op#FORCE} includes the metadata
 * @param thread the thread that did the I/O, also for an asynchronous channel
 * @param handle the number of the {@link Op#OPEN} or {@link Op#LIST} event that opened the file; 0
 *     for operations on a path
 * @param startNanos when it began; differs from all other starts and ends of the disk
 * @param endNanos when it ended; {@link Long#MAX_VALUE} while it is in flight
 */
public record DiskEvent(
    long number,
    Op op,
    Path file,
    @Nullable Path target,
    Set<OpenOption> options,
    long position,
    long requested,
    long transferred,
    boolean metadata,
    EventThread thread,
    long handle,
    long startNanos,
    long endNanos,
    Outcome outcome) {

  /** Returns whether the operation has ended, with or without an error. */
  public boolean hasEnded() {
    return !(outcome instanceof Outcome.InFlight);
  }

  /** Returns whether the operation has ended without an error. */
  public boolean isDone() {
    return outcome instanceof Outcome.Done;
  }

  /** Returns whether {@code path} is the event's file or target. */
  public boolean concerns(Path path) {
    return file.equals(path) || path.equals(target);
  }

  /** Returns whether the operation moves bytes to {@link #file()}. */
  public boolean writes() {
    return op == Op.WRITE || (op == Op.TRANSFER && options.contains(StandardOpenOption.WRITE));
  }

  /** Returns whether the operation moves bytes from {@link #file()}. */
  public boolean reads() {
    return op == Op.READ || (op == Op.TRANSFER && options.contains(StandardOpenOption.READ));
  }

  DiskEvent ended(long nanos, long bytes, Outcome how) {
    return new DiskEvent(
        number,
        op,
        file,
        target,
        options,
        position,
        requested,
        bytes,
        metadata,
        thread,
        handle,
        startNanos,
        nanos,
        how);
  }

  /** Returns the event as a line of the {@linkplain Recording#toString() timeline}. */
  @Override
  public String toString() {
    return EventTable.line(this);
  }
}
