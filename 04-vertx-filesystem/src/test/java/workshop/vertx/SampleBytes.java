package workshop.vertx;

import java.util.Arrays;
import java.util.Random;

/** Content that shows what happened to bytes on their way. */
final class SampleBytes {

  /** Longer than any plausible buffer of a fixed size, and an odd number. */
  static final int LARGE = 1_100_001;

  private SampleBytes() {}

  /** Returns the same bytes for the same size. They are not text and have no pattern. */
  static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** Describes how {@code found} differs from {@code expected}: {@code 5 bytes instead of 7}. */
  static String difference(byte[] expected, byte[] found) {
    int at = Arrays.mismatch(expected, found);
    String sizes =
        expected.length == found.length
            ? "%,d bytes, as many as expected".formatted(found.length)
            : "%,d bytes instead of %,d".formatted(found.length, expected.length);
    return at < Math.min(expected.length, found.length)
        ? sizes + "; byte " + at + " is the first that differs"
        : sizes;
  }
}
