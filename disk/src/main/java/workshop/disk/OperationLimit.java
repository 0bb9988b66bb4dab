package workshop.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import workshop.disk.filter.Nullable;

/**
 * Stops code that asks the disk again and again without getting anywhere: an endless loop around a
 * file operation, which would otherwise keep its test from ever saying anything.
 *
 * <p>Once a file has been asked too often, the operation that asks next fails with an {@link
 * EndlessLoopError}, and so does every later one of the disk except a close. The limits are far
 * beyond all that code needs which gets on, even if it moves the largest file of the suites byte by
 * byte.
 */
final class OperationLimit {

  /** So many times in a row the same operation on one file that moves no byte, or the same ones. */
  static final int ALIKE = 20_000;

  /** So many operations on one file in a row that move no byte, whatever they are. */
  static final int IN_VAIN = 100_000;

  /** So many operations on one file. */
  static final int OPERATIONS = 400_000;

  /** So many bytes moved from and to one file. */
  static final long BYTES = 1L << 29;

  private final EventLog log;
  private final Map<Path, Tally> tallies = new ConcurrentHashMap<>();

  /** Set once, by a thread that holds the lock. */
  private volatile @Nullable EndlessLoop found;

  OperationLimit(EventLog log) {
    this.log = log;
  }

  /** Returns the loop that was stopped, if one was. */
  Optional<EndlessLoop> found() {
    return Optional.ofNullable(found);
  }

  /**
   * Lets an operation begin on the current thread.
   *
   * @throws EndlessLoopError if its file has been asked too often, or any file of this disk was
   *     before
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

  /** Counts an operation that has ended, and did not fail. */
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
      first = tally.loop(Timeline.name(log.directory(), file), last);
      found = first;
    }
    return first;
  }

  /** What was asked of one file. */
  private static final class Tally {

    // Guarded by this.
    private int operations;
    private long bytes;
    private int inVain;

    /** How many of those in vain were like the last one. */
    private int alike;

    private @Nullable Request last;
    private long lastTransferred;
    private @Nullable Throwable lastError;

    synchronized boolean isTooMuch() {
      return alikeInVain() || inVain >= IN_VAIN || operations >= OPERATIONS || bytes >= BYTES;
    }

    synchronized void ended(Request request, long transferred) {
      count(request, transferred, null);
    }

    synchronized void failed(Request request, Throwable error) {
      count(request, 0, error);
    }

    private boolean alikeInVain() {
      return alike >= ALIKE && inVain >= ALIKE - 1; // the first of them may have moved bytes
    }

    private void count(Request request, long transferred, @Nullable Throwable error) {
      boolean movesBytes = request.op().movesBytes();
      boolean moved = movesBytes && transferred > 0; // an open tells of a size in its place
      operations++;
      bytes += moved ? transferred : 0;
      Request before = last;
      if (before != null && before.op().movesBytes() && !movesBytes && error == null) {
        inVain++; // such as a size or an open between two reads: the reads tell more
        return;
      }
      boolean again =
          before != null && before.op() == request.op() && before.position() == request.position();
      inVain = moved && !again ? 0 : inVain + 1;
      alike = again ? alike + 1 : 1;
      last = request;
      lastTransferred = transferred;
      lastError = error;
    }

    synchronized EndlessLoop loop(String name, Recording recent) {
      Request request = last;
      if (request == null || !alikeInVain()) {
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
