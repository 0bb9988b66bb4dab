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
            "read() made its caller wait or sleep: %d times in %d calls.".formatted(waits, calls))
        .means("A wait with a time limit blocks the caller as well, only not forever.")
        .nextStep("Return the future at once: no get() with a time limit, and no sleep.");
  }

  static Diagnosis otherBytes(byte[] expected, byte[] found) {
    if (Arrays.equals(new String(expected, UTF_8).getBytes(UTF_8), found)) {
      return Diagnosis.observed("The bytes went through a String, which changed them.")
          .means("A String replaces bytes that are not UTF-8 by EF BF BD.")
          .nextStep("Return the bytes as you read them. Do not convert them to a String.");
    }
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The future has %2$,d bytes of a file that has %1$,d; the first %3$,d are right.",
                expected.length,
                found.length,
                Arrays.mismatch(expected, found)))
        .means("A part of the file is taken for the whole.")
        .nextStep("Read to the end of the file, however many bytes there are.");
  }

  static Diagnosis oldBytes() {
    return Diagnosis.observed("The file had changed, but a second read() returned its old bytes.")
        .means("The result of an earlier call was kept, and the caller did not ask for that.")
        .nextStep("Hand the reading to the pool in each call.");
  }
}
