package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import workshop.testkit.diagnosis.Diagnosis;

/** What is said about an answer to 02-1. */
final class OffloadedReadDiagnosis {

  private OffloadedReadDiagnosis() {}

  static Diagnosis waitedForAWhile(int calls, long waits) {
    return Diagnosis.observed(
            "%d calls of read() came back, but the caller had waited or slept %d times."
                .formatted(calls, waits))
        .means("A wait with a time limit blocks the caller as well, only not forever.")
        .nextStep("Return the future at once: no get() with a time limit, and no sleep.");
  }

  static Diagnosis otherBytes(byte[] expected, byte[] found) {
    if (Arrays.equals(new String(expected, UTF_8).getBytes(UTF_8), found)) {
      return Diagnosis.observed("The future has other bytes than the file.")
          .means("They went through a String: bytes that are not UTF-8 were replaced (EF BF BD).")
          .nextStep("Return the bytes as they are, without a String in between.");
    }
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The file has %,d bytes, the future %,d; the first %,d are right.",
                expected.length,
                found.length,
                Arrays.mismatch(expected, found)))
        .means("A part of the file is taken for the whole.")
        .nextStep("Read to the end of the file, however many bytes there are.");
  }

  static Diagnosis oldBytes() {
    return Diagnosis.observed("The file was changed and read again; the future has the old bytes.")
        .means("The result of an earlier call was kept, and no one asked for that.")
        .nextStep("Hand the reading to the pool in each call.");
  }
}
