package workshop.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import workshop.disk.filter.Nullable;

/**
 * Stops an endless loop of operations, which would keep its test from ending. After too many
 * operations on one file, the next one fails with an {@link EndlessLoopError}. So does every later
 * operation on the disk, except a close. The limits are high enough for code that moves the largest
 * file of the suites byte by byte.
 */
final class OperationLimit {

  /** Repetitions in a row of one operation that moves no bytes, or the same bytes. */
  static final int ALIKE = 20_000;

  /** Operations in a row on one file that move no bytes. */
  static final int WITHOUT_BYTES = 100_000;

  /** Operations on one file. */
  static final int OPERATIONS = 400_000;

  /** Bytes moved from and to one file. */
  static final long BYTES = 1L << 29;

  private final EventLog log;
  private final Map<Path, Tally> tallies = new ConcurrentHashMap<>();

  private volatile @Nullable EndlessLoop found;

  OperationLimit(EventLog log) {
    this.log = log;
  }

  /** Returns the loop that was stopped, if one was. */
  Optional<EndlessLoop> found() {
    return Optional.ofNullable(found);
  }

  /**
   * Lets an operation begin.
   *
   * @throws EndlessLoopError if there were too many operations on its file, or earlier on another
   *     file of this disk
   */
  void admit(Request request) {
    if (request.op() == Op.CLOSE) {
      return;
    }
    EndlessLoop before = found;
    if (before != null) {
      throw new EndlessLoopError(before);
    }
    Tally tally = tallies.get(request.file());
    if (tally != null && tally.isTooMuch()) {
      throw new EndlessLoopError(stop(request.file(), tally));
    }
  }

  /** Counts an operation that has ended without an error. */
  void ended(Request request, long transferred) {
    tally(request).ended(request, transferred);
  }

  /** Counts an operation that has failed. */
  void failed(Request request, Throwable error) {
    tally(request).failed(request, error);
  }

  private Tally tally(Request request) {
    return tallies.computeIfAbsent(request.file(), _ -> new Tally());
  }

  private synchronized EndlessLoop stop(Path file, Tally tally) {
    EndlessLoop first = found;
    if (first == null) {
      Recording last = new Recording(log.directory(), log.last(5), List.of());
      first = tally.loop(EventTable.name(log.directory(), file), last);
      found = first;
    }
    return first;
  }

  /** Counts the operations on one file. Safe for use by many threads. */
  private static final class Tally {

    private int operations;
    private long bytes;

    /** How many operations in a row moved no bytes, or the same bytes. */
    private int withoutBytes;

    /** How many of these were like the last one. */
    private int alike;

    private @Nullable Request last;
    private long lastTransferred;
    private @Nullable Throwable lastError;

    synchronized boolean isTooMuch() {
      return isRepeated()
          || withoutBytes >= WITHOUT_BYTES
          || operations >= OPERATIONS
          || bytes >= BYTES;
    }

    synchronized void ended(Request request, long transferred) {
      count(request, transferred, null);
    }

    synchronized void failed(Request request, Throwable error) {
      count(request, 0, error);
    }

    private boolean isRepeated() {
      return alike >= ALIKE && withoutBytes >= ALIKE - 1; // the first one may have moved bytes
    }

    private void count(Request request, long transferred, @Nullable Throwable error) {
      boolean movesBytes = request.op().movesBytes();
      boolean moved = movesBytes && transferred > 0; // for an open, this is the size of the file
      operations++;
      bytes += moved ? transferred : 0;
      Request before = last;
      if (before != null && before.op().movesBytes() && !movesBytes && error == null) {
        withoutBytes++; // such as a size between two reads: the reads say more about the loop
        return;
      }
      boolean again =
          before != null && before.op() == request.op() && before.position() == request.position();
      withoutBytes = moved && !again ? 0 : withoutBytes + 1;
      alike = again ? alike + 1 : 1;
      last = request;
      lastTransferred = transferred;
      lastError = error;
    }

    synchronized EndlessLoop loop(String name, Recording recent) {
      Request request = last;
      if (request == null || !isRepeated()) {
        return new EndlessLoop(name, operations, bytes, Optional.empty(), recent);
      }
      EndlessLoop.Repeated repeated =
          new EndlessLoop.Repeated(
              alike,
              request.op(),
              request.position(),
              request.requested(),
              lastTransferred,
              Optional.ofNullable(lastError));
      return new EndlessLoop(name, operations, bytes, Optional.of(repeated), recent);
    }
  }
}
