package workshop.completable;

import java.util.Arrays;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains the mistakes that {@link ChainedStepsTest} finds. */
final class ChainedStepsDiagnosis {

  private ChainedStepsDiagnosis() {}

  /** The answer opened the file for reading while the disk held this step of the write. */
  static Diagnosis readTooEarly(Op step) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The file was opened for reading while the disk still held the "
                + (step == Op.CLOSE ? "close of the written file." : "write."));
    return step == Op.CLOSE
        ? observed
            .means(
                "The future of the write completes before the file is closed. On Windows, the next"
                    + " step may find the file locked, and an error from the close is lost.")
            .nextStep("Complete the future of the write after the block that closes the file.")
        : observed
            .means(
                "Both steps were started together. The read may see the old content, or a part of"
                    + " the new content.")
            .nextStep("Start the read in the function that is called when the write is done.");
  }

  /** Expects the content of a file that the same object copied together with another one. */
  static void assertNotMixed(byte[] expected, byte[] copied) {
    if (!Arrays.equals(expected, copied)) {
      throw Diagnosis.observed(
              "One object copied two files at the same time, and mixed up their bytes.")
          .means(
              "All calls share a field: one call took the bytes that another call had put there.")
          .nextStep("Pass the bytes from stage to stage: thenCompose gives them to its function.");
    }
  }

  static Diagnosis neverRead() {
    return Diagnosis.observed(
            "writeThenRead(...) returned the right bytes, but the suite saw no read of order.txt.")
        .means(
            "Either your code returned what it had written, or it read the file with java.io, which"
                + " the suite cannot see.")
        .nextStep("Read the file after the write, with Files or a FileChannel.");
  }

  static Diagnosis nothingWritten() {
    return Diagnosis.observed(
            "The future of copy(...) is complete, but no byte was written to copy.txt.")
        .means("The write was started before the read was done, or not at all.")
        .nextStep(
            "Start the write in a function that gets the bytes, and pass that function to"
                + " thenCompose.");
  }

  static Diagnosis innerFutureDropped() {
    return Diagnosis.observed(
            "The future of copy(...) is complete, but the disk still holds the write of copy.txt.")
        .means(
            "The write has its own future. A stage created that future and dropped it, so no stage"
                + " waits for the write, and a failed write is lost.")
        .nextStep(
            "Pass a function that returns a future to thenCompose, not to thenApply or"
                + " thenAccept.");
  }

  static Diagnosis copiedInOneStep() {
    return Diagnosis.observed(
            "A single COPY operation created copy.txt: your code read and wrote nothing.")
        .means(
            "The content of copy.txt is right, but no steps are chained. The exercise is about"
                + " passing the bytes of one future on to the next step.")
        .nextStep("Chain your read and your write instead of calling Files.copy.");
  }

  static Diagnosis readAfterAFailedWrite(DiskEvent read) {
    return Diagnosis.observed(
            "The write failed with \"No space left on device\", but the file was read afterwards: "
                + read)
        .means("The caller gets something other than what it wanted to write.")
        .nextStep("Chain the read with thenCompose: it runs only if the write has succeeded.");
  }
}
