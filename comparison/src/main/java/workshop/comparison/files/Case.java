package workshop.comparison.files;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One window of measurement: what a contender is asked to do. A line of numbers on the way there.
 *
 * @param size of each file, in bytes
 * @param durable whether what was written must be forced to the device before it is read
 * @param inFlight how many operations at once
 * @param window how long new operations begin
 * @param longest how long they begin if fewer than {@code least} have begun by the end of the
 *     window
 * @param least how many begin, unless that takes longer than {@code longest}
 * @param most how many begin at most
 * @param rate arrivals per second, whether or not earlier ones have ended; 0 keeps {@code inFlight}
 *     operations going instead
 */
record Case(
    int size,
    boolean durable,
    int inFlight,
    Duration window,
    Duration longest,
    long least,
    long most,
    long rate) {

  /** How many files of a size there are; no two operations in flight share one. */
  static final int FILES = 1024;

  private static final long NO_END = Long.MAX_VALUE / 2;

  /**
   * Returns a window in which {@code inFlight} operations are kept going, and which is as long as
   * it is, however many those are.
   */
  static Case closed(int size, boolean durable, int inFlight, Duration window) {
    return new Case(size, durable, inFlight, window, window, 0, NO_END, 0);
  }

  /** Returns a window in which operations arrive on time, {@code rate} in each second. */
  static Case arriving(int size, boolean durable, int inFlight, Duration window, long rate) {
    return new Case(size, durable, inFlight, window, window, 0, NO_END, rate);
  }

  /** The same, but longer if it has seen fewer than {@code least} operations by then. */
  Case withAtLeast(long least, Duration longest) {
    return new Case(size, durable, inFlight, window, longest, least, most, rate);
  }

  /** Whether one more may begin, that many and that long after the first. */
  boolean hasRoomFor(long number, long nanos) {
    return number < inFlight // so that there is something to count however slow the machine is
        || (number < most
            && (nanos < window.toNanos() || (number < least && nanos < longest.toNanos())));
  }

  static Case parse(String line) {
    String[] n = line.strip().split(" ", -1);
    if (n.length != 8) {
      throw new IllegalArgumentException("a request is eight numbers, not \"" + line + "\"");
    }
    return new Case(
        Integer.parseInt(n[0]),
        n[1].equals("1"),
        Integer.parseInt(n[2]),
        Duration.ofMillis(Long.parseLong(n[3])),
        Duration.ofMillis(Long.parseLong(n[4])),
        Long.parseLong(n[5]),
        Long.parseLong(n[6]),
        Long.parseLong(n[7]));
  }

  String asLine() {
    return "%d %d %d %d %d %d %d %d"
        .formatted(
            size,
            durable ? 1 : 0,
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
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) i;
    }
    return content;
  }
}
