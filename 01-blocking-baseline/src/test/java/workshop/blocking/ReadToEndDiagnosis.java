package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Outcome;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 01-2. */
final class ReadToEndDiagnosis {

  /** Longer content is not shown. */
  private static final int SHOWN = 100;

  private ReadToEndDiagnosis() {}

  /** Explains why bytes that are not text came back changed. */
  static Diagnosis otherBytes(byte[] bytes, byte[] read) {
    if (Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), read)) {
      return Diagnosis.observed(
              "read() replaced bytes that are not UTF-8 with EF BF BD: it returned "
                  + hex(read)
                  + ".")
          .means(
              "This happens when you turn bytes that are not text into a String. The file has "
                  + hex(bytes)
                  + ".")
          .nextStep("Return the bytes as you read them. Do not convert them to a String.");
    }
    if (startsWith(bytes, read)) {
      return Diagnosis.observed(
              "read() stopped before the byte %02X and returned %d of %d bytes."
                  .formatted(bytes[read.length], read.length, bytes.length))
          .means("A file may contain any byte, and none of them marks the end of the file.")
          .nextStep("Read until a read returns -1, no matter what the bytes are.");
    }
    return Diagnosis.observed(
            "read() returned bytes that differ from those in the file: " + hex(read) + ".")
        .means(
            "The file has "
                + hex(bytes)
                + ". The bytes are not text, and code that treats them as lines of text changes"
                + " them.")
        .nextStep("Return the bytes as you read them. Do not convert them to a String.");
  }

  static Diagnosis oldBytes() {
    return Diagnosis.observed("The file had changed, but read() returned its old bytes.")
        .means(
            "Your code kept these bytes from an earlier call. A file that has changed may have the"
                + " same size and time as before.")
        .nextStep("Read the file again in each call, and do not keep its bytes.");
  }

  /** Expects that nothing of a failed call is in what the next call has read. */
  static void assertStartedFresh(byte[] expected, byte[] read) {
    if (!Arrays.equals(expected, read)) {
      throw Diagnosis.observed(
              "After a call that had failed, the next call returned \"%s\" instead of \"%s\"."
                  .formatted(new String(read, UTF_8), new String(expected, UTF_8)))
          .means("Your object still holds bytes that the failed call had read.")
          .nextStep(
              "Keep nothing from one call to the next: begin each call with an empty buffer.");
    }
  }

  /** Explains why read() returned normally, although the second read had failed. */
  static Diagnosis swallowed(Disk disk) {
    Recording seen = disk.recording();
    boolean again =
        seen.events().stream()
            .filter(event -> event.outcome() instanceof Outcome.Failed)
            .anyMatch(failed -> seen.after(failed).events().stream().anyMatch(DiskEvent::reads));
    return Diagnosis.observed(
            "The second read failed with \"Input/output error\"%s."
                .formatted(
                    again
                        ? ". Your code tried again, and read() returned normally"
                        : ", but read() returned normally"))
        .means(
            again
                ? "The caller does not find out that the disk has a problem."
                : "The caller mistakes a part of the file for the whole.")
        .nextStep(
            again
                ? "Let the first IOException leave the method, without a second attempt."
                : "Let the IOException leave the method.")
        .evidence("On the disk", seen);
  }

  static void assertRead(byte[] expected, byte[] read, String circumstance) {
    if (Arrays.equals(expected, read)) {
      return;
    }
    Diagnosis failure =
        Diagnosis.observed(difference(expected, read))
            .means(
                startsWith(read, expected)
                    ? "You returned a whole buffer or array, but the reads filled only a part of"
                        + " it."
                    : "In this test, " + circumstance + ".")
            .nextStep(
                "Read in a loop, append exactly what each read returned, and stop only at the end"
                    + " of file (-1).");
    throw expected.length > SHOWN || read.length > 10 * SHOWN
        ? failure
        : failure
            .evidence("Returned", "  \"" + new String(read, UTF_8).replace('\0', '.') + '"')
            .evidence("In the file", "  \"" + new String(expected, UTF_8) + '"');
  }

  private static String difference(byte[] expected, byte[] read) {
    int same = Arrays.mismatch(expected, read);
    if (read.length == 0) {
      return String.format(
          Locale.ROOT, "read() returned no bytes, but the file has %,d.", expected.length);
    }
    if (startsWith(expected, read)) {
      return String.format(
          Locale.ROOT,
          "read() returned only the first %,d of the file's %,d bytes.",
          read.length,
          expected.length);
    }
    if (startsWith(read, expected)) {
      return String.format(
          Locale.ROOT,
          "read() returned the file's %,d bytes and %,d more that are not in the file.",
          expected.length,
          read.length - expected.length);
    }
    return String.format(
        Locale.ROOT,
        "read() returned %,d bytes, and the file has %,d. The contents differ from byte %,d on.",
        read.length,
        expected.length,
        same);
  }

  private static boolean startsWith(byte[] longer, byte[] shorter) {
    return Arrays.mismatch(longer, shorter) == shorter.length;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
