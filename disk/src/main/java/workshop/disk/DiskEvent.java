package workshop.disk;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import workshop.disk.filter.Nullable;

/**
 * One operation that reached a watched directory.
 *
 * @param number counts the operations of one disk in the order in which they began, from 1
 * @param op what was asked for
 * @param file the file it was asked of, below {@link Disk#directory()} as the test named it; only
 *     the source of a move or copy can lie elsewhere
 * @param target the other file of a move, copy or link; {@code null} for the rest
 * @param options how the file was opened, for {@link Op#OPEN}; for {@link Op#TRANSFER} {@code READ}
 *     if the bytes came out of the file, {@code WRITE} if they went in; empty for the rest
 * @param position where in the file, in bytes, for the operations that have a place; the new size
 *     for {@link Op#TRUNCATE}; 0 for the rest
 * @param requested how many bytes were asked for; 0 for operations that move none
 * @param transferred how many bytes were moved; -1 for a read that met the end of the file; for
 *     {@link Op#OPEN} how many bytes the file had once it was open; 0 for the rest
 * @param metadata whether {@link Op#FORCE} was asked to include the metadata
 * @param thread who did it: with an asynchronous channel the thread that did the I/O, not the one
 *     that asked for it
 * @param handle the number of the {@link Op#OPEN} or {@link Op#LIST} event that opened the file; 0
 *     for operations on a path
 * @param startNanos when it reached the disk; differs from every other start and end of the disk
 * @param endNanos when it came back; {@link Long#MAX_VALUE} while it is in flight
 * @param outcome how it ended, if it has
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

  /** Tells whether the operation has come back, with or without an error. */
  public boolean hasEnded() {
    return !(outcome instanceof Outcome.InFlight);
  }

  /** Tells whether the operation has come back without an error. */
  public boolean isDone() {
    return outcome instanceof Outcome.Done;
  }

  /** Tells whether the event is about {@code path}, as its file or as its target. */
  public boolean concerns(Path path) {
    return file.equals(path) || path.equals(target);
  }

  /** Tells whether bytes went into {@link #file()}, or were meant to. */
  public boolean writes() {
    return op == Op.WRITE || (op == Op.TRANSFER && options.contains(StandardOpenOption.WRITE));
  }

  /** Tells whether bytes came out of {@link #file()}, or were meant to. */
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
    return Timeline.line(this);
  }
}
