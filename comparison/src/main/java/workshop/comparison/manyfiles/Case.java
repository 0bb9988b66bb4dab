package workshop.comparison.manyfiles;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One window of measurement: what a contender has to do. It reaches the contender as a line of
 * numbers.
 *
 * @param size of each file, in bytes
 * @param inFlight how many operations are in flight at the same time
 * @param window how long the contender begins new operations
 * @param longest how long it does so if fewer than {@code least} have begun by then
 * @param least how many operations begin at least, unless that takes longer than {@code longest}
 * @param most how many operations begin at most
 * @param rate arrivals per second, whether or not earlier ones have ended; 0 keeps {@code inFlight}
 *     operations going instead
 */
record Case(
    Mode mode,
    int size,
    int inFlight,
    Duration window,
    Duration longest,
    long least,
    long most,
    long rate) {

  /** How many files of each size there are. No two operations in flight share one. */
  static final int FILES = 1024;

  private static final long NO_END = Long.MAX_VALUE / 2;

  enum Mode {
    /** Write a file and then read it, both in the page cache. */
    CACHED,
    /** Write a file, force it to the disk, then read it. */
    DURABLE,
    /** Read a file that is not in memory. */
    COLD;

    boolean writes() {
      return this != COLD;
    }

    /** Whether threads mostly wait, so that it makes sense to have more threads than cores. */
    boolean waits() {
      return this != CACHED;
    }
  }

  /** A window in which {@code inFlight} operations are kept going. */
  static Case closed(Mode mode, int size, int inFlight, Duration window) {
    return new Case(mode, size, inFlight, window, window, 0, NO_END, 0);
  }

  /** A window in which operations arrive at a fixed rate, {@code rate} per second. */
  static Case arriving(Mode mode, int size, int inFlight, Duration window, long rate) {
    return new Case(mode, size, inFlight, window, window, 0, NO_END, rate);
  }

  /** Every file is read once, however long that takes. */
  static Case coldReads(int size, int inFlight) {
    Duration limit = Duration.ofSeconds(30);
    return new Case(Mode.COLD, size, inFlight, limit, limit, FILES, FILES, 0);
  }

  /**
   * The same, but the window is extended if fewer than {@code least} operations have begun by then.
   */
  Case withAtLeast(long least, Duration longest) {
    return new Case(mode, size, inFlight, window, longest, least, most, rate);
  }

  /**
   * Returns whether one more operation may begin after {@code number} others, {@code nanos} after
   * the first.
   */
  boolean hasRoomFor(long number, long nanos) {
    return number < inFlight // so that there is something to count even on a slow machine
        || (number < most
            && (nanos < window.toNanos() || (number < least && nanos < longest.toNanos())));
  }

  @SuppressWarnings("EnumOrdinal")
  static Case parse(String line) {
    String[] n = line.strip().split(" ", -1);
    if (n.length != 8) {
      throw new IllegalArgumentException("a request is eight numbers, not \"" + line + "\"");
    }
    return new Case(
        Mode.values()[Integer.parseInt(n[0])],
        Integer.parseInt(n[1]),
        Integer.parseInt(n[2]),
        Duration.ofMillis(Long.parseLong(n[3])),
        Duration.ofMillis(Long.parseLong(n[4])),
        Long.parseLong(n[5]),
        Long.parseLong(n[6]),
        Long.parseLong(n[7]));
  }

  @SuppressWarnings("EnumOrdinal") // the peers in Rust read it as a number
  String asLine() {
    return "%d %d %d %d %d %d %d %d"
        .formatted(
            mode.ordinal(),
            size,
            inFlight,
            window.toMillis(),
            longest.toMillis(),
            least,
            most,
            rate);
  }

  static Path file(Path folder, int size, long number) {
    return folder.resolve(size + "-" + number % FILES);
  }

  byte[] content() {
    return content(size);
  }

  static byte[] content(int size) {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) i;
    }
    return content;
  }
}
