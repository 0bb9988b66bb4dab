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

  static Diagnosis innerFutureDropped() {
    return Diagnosis.observed(
            "The future of copy(...) is complete, and the disk still holds the write of copy.txt.")
        .means(
            "The write has a future of its own. It was made inside a stage and dropped there, so"
                + " nothing waits for it, and its failure is lost.")
        .nextStep(
            "Pass a function that returns a future to thenCompose, not to thenApply or thenAccept.");
  }

  static Diagnosis copiedInOneStep() {
    return Diagnosis.observed("A single COPY made copy.txt; your code read and wrote nothing.")
        .means(
            "The disk is right, but nothing is chained. The exercise is about passing the bytes that"
                + " one future brings to the next step.")
        .nextStep("Chain your read and your write instead of calling Files.copy.");
  }

  static Diagnosis readAfterAFailedWrite(DiskEvent read) {
    return Diagnosis.observed(
            "The write failed with \"No space left on device\", and then: " + read)
        .means("The read sees something other than what was to be written.")
        .nextStep("Chain the read to the success of the write only, as thenCompose does.");
  }
}
