package workshop.offload;

import java.util.concurrent.RejectedExecutionException;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What is said about an answer to 02-6. */
final class VirtualOrdersDiagnosis {

  private VirtualOrdersDiagnosis() {}

  static Diagnosis closedThePool() {
    return Diagnosis.observed("serve() shut down the disk pool that it was given.")
        .means("The pool belongs to the caller, who still needs it.")
        .nextStep("Close only what you have opened yourself.");
  }

  static Diagnosis otherBytes(String expected, String found) {
    return Diagnosis.observed(
            "transform was given the bytes %s; the file has %s.".formatted(found, expected))
        .means(
            "A String replaces bytes that are not UTF-8, and reading by lines changes line ends.")
        .nextStep("Pass the bytes on as they are: Files.readAllBytes.");
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed("The disk was slow, and an order ended before its file was read.")
        .means("The caller asked for no time limit. A slow disk becomes a failed order.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static Diagnosis waitForOneAnother(long orders, long missing) {
    return Diagnosis.observed(
            "%d orders have their bytes, but only %d of them can be in transform at once."
                .formatted(orders, orders - missing))
        .means("Orders wait for one another: a slow one holds up the others.")
        .nextStep("Look for a lock, a semaphore, or a pool with a limited number of threads.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis refusalAtTheCaller(RejectedExecutionException refusal) {
    return Diagnosis.observed("The disk pool refused a reading, and serve() threw the refusal.")
        .means("The caller gets no futures, not even those of the orders that were accepted.")
        .nextStep(
            "Submit the reading on the virtual thread of its order: then only that future fails.")
        .because(refusal);
  }
}
