package workshop.completable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;

/** Content that a careless program changes, and a description of how it was changed. */
final class Bytes {

  /** More than any plausible buffer of a fixed size, and an odd number. */
  static final int LARGE = (1 << 20) + 3;

  /**
   * The replacement character that a decoder puts in place of malformed bytes, encoded as UTF-8.
   */
  private static final String REPLACED = new String("\uFFFD".getBytes(UTF_8), ISO_8859_1);

  private Bytes() {}

  /** Returns bytes that are not text. Every value occurs, including line breaks of every kind. */
  static byte[] notText(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 7 + i / 1_000);
    }
    byte[] end = "\r\nlast line\n".getBytes(UTF_8);
    System.arraycopy(end, 0, bytes, Math.max(0, size - end.length), Math.min(size, end.length));
    return bytes;
  }

  /**
   * Expects the same bytes.
   *
   * @param what the subject of a sentence, such as {@code "The future of read(...)"}
   * @param circumstance what is special about this test, in one sentence
   */
  static void assertSame(
      byte[] expected, byte @Nullable [] found, String what, String circumstance) {
    if (found == null) {
      throw Diagnosis.observed(what + " completed with null.")
          .means(
              "A caller that uses the bytes gets a NullPointerException, far away from the cause.")
          .nextStep(
              "Complete the future with the bytes, or with an empty array if there are none.");
    }
    int same = Arrays.mismatch(expected, found);
    if (same < 0) {
      return;
    }
    String sizes = "%d bytes, and the file has %d".formatted(found.length, expected.length);
    if (isDecoded(expected, found)) {
      throw Diagnosis.observed(
              "%s completed with text instead of bytes: %s.".formatted(what, sizes))
          .means("The bytes went through a String, which changes bytes that are not text.")
          .nextStep("Return the bytes as they were read. Do not decode them.");
    }
    if (withoutLineBreaks(expected).equals(withoutLineBreaks(found))) {
      throw Diagnosis.observed(
              "%s completed with different line breaks from those in the file.".formatted(what))
          .means("The file was read line by line, and the lines were put together again.")
          .nextStep("Read bytes, not lines.");
    }
    if (found.length <= expected.length && isZero(found, same)) {
      throw Diagnosis.observed(
              "%s completed with %s of the %d bytes of the file%s."
                  .formatted(
                      what,
                      same == 0 ? "none" : "only the first " + same,
                      expected.length,
                      same < found.length ? ", and with zeros after them" : ""))
          .means("The caller mistakes a part of the file for the whole. " + circumstance)
          .nextStep(
              "Read until a read reports the end of the file (-1), and keep the bytes from each"
                  + " read.");
    }
    throw found.length > expected.length
        ? Diagnosis.observed(
                "%s completed with bytes that are not in the file: %s.".formatted(what, sizes))
            .means(
                "A read may fill only part of the buffer. Your code treated the unused part as"
                    + " content, or kept some bytes twice. "
                    + circumstance)
            .nextStep("After each read, keep exactly as many bytes as it returned.")
        : Diagnosis.observed(
                "%s completed with wrong bytes from byte %d on: %s.".formatted(what, same, sizes))
            .means(
                "These are not the bytes of the file, or they are in a different order. "
                    + circumstance)
            .nextStep(
                "Keep exactly the bytes that each read returned, and start the next read after"
                    + " them.");
  }

  /**
   * Bytes that are not text leave U+FFFD behind, or a question mark in the charsets that lack it.
   */
  private static boolean isDecoded(byte[] expected, byte[] found) {
    return Arrays.equals(found, new String(expected, US_ASCII).getBytes(US_ASCII))
        || Arrays.equals(found, new String(expected, ISO_8859_1).getBytes(UTF_8))
        || (count(REPLACED, found) > count(REPLACED, expected));
  }

  private static int count(String part, byte[] bytes) {
    return new String(bytes, ISO_8859_1).split(part, -1).length - 1;
  }

  /** A file that is longer than what was found, or an array that was not filled. */
  private static boolean isZero(byte[] found, int from) {
    for (int i = from; i < found.length; i++) {
      if (found[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static String withoutLineBreaks(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "");
  }
}
