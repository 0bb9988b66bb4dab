package workshop.completable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;

/** Content that no careless program copies unchanged, and what became of it. */
final class Bytes {

  /** More than any buffer of a fixed size that people choose, and of odd length. */
  static final int LARGE = (1 << 20) + 3;

  private Bytes() {}

  /** Returns bytes that are not text: all values occur, among them line breaks of every kind. */
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
          .means("A caller that works with the bytes fails there, far from the reason.")
          .nextStep("Complete the future with the bytes, even if there are none.");
    }
    int same = Arrays.mismatch(expected, found);
    if (same < 0) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%s completed with %d bytes; the file has %d. The first %d are right."
                .formatted(what, found.length, expected.length, same));
    if (Arrays.equals(found, new String(expected, UTF_8).getBytes(UTF_8))) {
      throw observed
          .means("The bytes went through a String, and those that are not text became U+FFFD.")
          .nextStep("Return the bytes as they were read, and decode nothing.");
    }
    if (withoutLineBreaks(expected).equals(withoutLineBreaks(found))) {
      throw observed
          .means("Only line breaks differ: the file was read line by line and put together again.")
          .nextStep("Read bytes, not lines.");
    }
    throw same == found.length
        ? observed
            .means("The rest of the file is missing. " + circumstance)
            .nextStep(
                "Read until the end of the file is reported (-1), and keep what each read brought.")
        : observed
            .means("These are not the bytes of the file. " + circumstance)
            .nextStep("Keep exactly what each read brought, and read on from there.");
  }

  private static String withoutLineBreaks(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "");
  }
}
