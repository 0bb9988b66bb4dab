package workshop.vertx;

import workshop.testkit.diagnosis.Diagnosis;

/** What the suite of 04-7 says in addition to the contract. */
final class WriteThenReadDiagnosis {

  private WriteThenReadDiagnosis() {}

  private static String grown(int bytes) {
    return "Between writing and reading, the file grew to %,d bytes. ".formatted(bytes);
  }

  static Diagnosis notReadToTheEnd(int bytes, String printed) {
    String line =
        printed.lines().filter(l -> l.startsWith("Successfully read")).findFirst().orElse("");
    return Diagnosis.observed(grown(bytes) + "The program says: \"" + line + "\"")
        .means("It read as much as it had written, or one chunk, and not the file to its end.")
        .nextStep("Let the stream tell you where the file ends: see its endHandler.");
  }

  static Diagnosis decodedInPieces(int bytes, String printed) {
    long replaced = printed.chars().filter(c -> c == '\uFFFD').count();
    String count = replaced == 0 ? "." : ": it has U+FFFD in " + replaced + " places.";
    return Diagnosis.observed(grown(bytes) + "What was shown is not its text" + count)
        .means(
            "The text comes in chunks, and a chunk may end in the middle of a character. Half of an"
                + " \u00e9 is decoded as U+FFFD.")
        .nextStep("Gather the bytes of all chunks in one Buffer, and decode that once.");
  }

  static Diagnosis causeLost(Throwable failure) {
    return Diagnosis.observed("The read failed; run() failed with " + failure)
        .means("The disk's own error is not among the causes, and only that one tells the reason.")
        .nextStep("Pass the error to the constructor of your IOException: its second parameter.")
        .because(failure);
  }

  static Diagnosis streamClosed() {
    return Diagnosis.observed("The program closed the stream that it was given.")
        .means(
            "It belongs to the caller, which can no longer print anything. Here it may be System.out.")
        .nextStep("Do not close what your method did not open.");
  }
}
