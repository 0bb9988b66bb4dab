package workshop.completable;

import workshop.disk.DiskEvent;
import workshop.testkit.diagnosis.Diagnosis;

/** What {@link ChainedStepsTest} says about mistakes. */
final class ChainedStepsDiagnosis {

  private ChainedStepsDiagnosis() {}

  static Diagnosis bothStepsStarted() {
    return Diagnosis.observed(
            "The file was opened for reading while the disk still held the write.")
        .means("Both steps were started together. The read may see the old file, or half of it.")
        .nextStep("Start the read in the function that is called when the write is done.");
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
    return Diagnosis.observed("copy(...) is complete, but it wrote no byte to copy.txt.")
        .means("The write was started before the read was done, or not at all.")
        .nextStep("Start the write in the function that gets the bytes: pass it to thenCompose.");
  }

  static Diagnosis appended() {
    return Diagnosis.observed(
            "write(...) appended the new content to the old content of order.txt.")
        .means("The next reader gets an old order with a new one behind it.")
        .nextStep("Open the file without APPEND: Files.write truncates it if you pass no options.");
  }

  static Diagnosis innerFutureDropped() {
    return Diagnosis.observed(
            "The future of copy(...) is complete, but the disk still holds the write of copy.txt.")
        .means(
            "The write has a future of its own. A stage created it and dropped it, so nothing waits"
                + " for the write, and its failure is lost.")
        .nextStep(
            "Pass a function that returns a future to thenCompose, not to thenApply or"
                + " thenAccept.");
  }

  static Diagnosis copiedInOneStep() {
    return Diagnosis.observed(
            "A single COPY operation made copy.txt: your code read and wrote nothing.")
        .means(
            "The file is right, but nothing is chained. The exercise is about passing the bytes of"
                + " one future on to the next step.")
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
