package workshop.comparison.manyfiles;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One window of measurement: what a contender is asked to do. It gets there as a line of numbers.
 *
 * @param size of each file, in bytes
 * @param inFlight how many operations at once
 * @param window how long new operations begin
 * @param longest how long they begin if fewer than {@code least} have begun by then
 * @param least how many begin, unless that takes longer than {@code longest}
 * @param most how many begin at most
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

  /** How many files of a size there are; no two operations in flight share one. */
  static final int FILES = 1024;

  private static final long NO_END = Long.MAX_VALUE / 2;

  enum Mode {
    /** Write a file, then read it; the page cache answers. */
    CACHED,
    /** Write a file, force it to the disk, then read it. */
    DURABLE,
    /** Read a file that is not in memory. */
    COLD;

    boolean writes() {
      return this != COLD;
    }

    /** Whether threads mostly wait, so that there may be more of them than cores. */
    boolean waits() {
      return this != CACHED;
    }
  }

  /** A window in which {@code inFlight} operations are kept going. */
  static Case closed(Mode mode, int size, int inFlight, Duration window) {
    return new Case(mode, size, inFlight, window, window, 0, NO_END, 0);
  }

  /** A window in which operations arrive on time, {@code rate} in each second. */
  static Case arriving(Mode mode, int size, int inFlight, Duration window, long rate) {
    return new Case(mode, size, inFlight, window, window, 0, NO_END, rate);
  }

  /** Every file is read once, however long that takes. */
  static Case coldReads(int size, int inFlight) {
    Duration limit = Duration.ofSeconds(30);
    return new Case(Mode.COLD, size, inFlight, limit, limit, FILES, FILES, 0);
  }

  /** The same, but longer if it has seen fewer than {@code least} operations by then. */
  Case withAtLeast(long least, Duration longest) {
    return new Case(mode, size, inFlight, window, longest, least, most, rate);
  }

  /** Whether one more may begin, that many and that long after the first. */
  boolean hasRoomFor(long number, long nanos) {
    return number < inFlight // so that there is something to count however slow the machine is
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
