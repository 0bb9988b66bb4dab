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
 * @param most how many begin at most
 * @param rate arrivals per second, whether or not earlier ones have ended; 0 keeps {@code inFlight}
 *     operations going instead
 */
record Case(int size, boolean durable, int inFlight, Duration window, long most, long rate) {

  /** How many files of a size there are; no two operations in flight share one. */
  static final int FILES = 1024;

  static Case parse(String line) {
    String[] n = line.strip().split(" ", -1);
    if (n.length != 6) {
      throw new IllegalArgumentException("a request is six numbers, not \"" + line + "\"");
    }
    return new Case(
        Integer.parseInt(n[0]),
        n[1].equals("1"),
        Integer.parseInt(n[2]),
        Duration.ofMillis(Long.parseLong(n[3])),
        Long.parseLong(n[4]),
        Long.parseLong(n[5]));
  }

  String asLine() {
    return "%d %d %d %d %d %d"
        .formatted(size, durable ? 1 : 0, inFlight, window.toMillis(), most, rate);
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
