package workshop.vertx;

import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 04-7, in addition to the contract. */
final class WriteThenReadDiagnosis {

  private WriteThenReadDiagnosis() {}

  private static String grown(int bytes) {
    return "Between writing and reading, the file grew to %,d bytes. ".formatted(bytes);
  }

  static Diagnosis printedLate(String printed) {
    String before =
        printed.isEmpty() ? "nothing" : '"' + printed.strip().replaceAll("\\R+", "\", \"") + '"';
    return Diagnosis.observed(
            "When the disk began to read, the program had printed %s.".formatted(before))
        .means("If the disk is slow or fails, a user cannot see how far the program got.")
        .nextStep("Print each line when its step begins or ends, before the next step begins.");
  }

  static Diagnosis notReadToTheEnd(int bytes, String printed) {
    String line =
        printed.lines().filter(l -> l.startsWith("Successfully read")).findFirst().orElse("");
    return Diagnosis.observed(grown(bytes) + "The program says: \"" + line + "\"")
        .means(
            "The program did not read the whole file. It read as much as it had written, as much"
                + " as the earlier size said, or one chunk.")
        .nextStep("Read until the stream ends and calls its endHandler.");
  }

  static Diagnosis decodedInPieces(int bytes, String printed) {
    long replaced = printed.chars().filter(c -> c == '\uFFFD').count();
    String count = replaced == 0 ? "." : ": it has U+FFFD in " + replaced + " places.";
    return Diagnosis.observed(
            grown(bytes) + "The text that was shown differs from the file" + count)
        .means(
            "A chunk may end in the middle of a character. Half of an \u00e9 is decoded as U+FFFD.")
        .nextStep("Collect the bytes of all chunks in one Buffer, and decode the Buffer once.");
  }

  static Diagnosis noIoException(Throwable failure) {
    return Diagnosis.observed("run() failed with an error that is not an IOException: " + failure)
        .means("Callers that catch IOException, as in the other modules, miss this error.")
        .nextStep("Fail with an IOException that names the file, with this error as its cause.")
        .because(failure);
  }

  static Diagnosis causeLost(Throwable failure) {
    return Diagnosis.observed("The read failed, and run() failed with " + failure)
        .means(
            "The disk's own error, which gives the reason, is neither the cause of this error nor"
                + " the cause of that cause.")
        .nextStep(
            "Pass the disk's error as the second argument to the constructor of your"
                + " IOException.")
        .because(failure);
  }

  static Diagnosis runsMixed(String printed) {
    return Diagnosis.observed("Two runs read at the same time, and mixed up their bytes.")
        .means("All runs collect their bytes in the same buffer, which is in a field.")
        .nextStep("Create the buffer in each run: as a local variable, or with collect().")
        .evidence("Printed by one of the runs", printed);
  }

  static Diagnosis streamClosed() {
    return Diagnosis.observed("The program closed the stream that it was given.")
        .means(
            "The stream belongs to the caller, who can no longer print to it. It may be"
                + " System.out.")
        .nextStep("Do not close what your method did not open.");
  }
}
