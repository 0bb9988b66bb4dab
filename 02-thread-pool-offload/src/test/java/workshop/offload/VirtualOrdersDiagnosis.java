package workshop.offload;

import java.util.concurrent.RejectedExecutionException;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What is said about an answer to 02-6. */
final class VirtualOrdersDiagnosis {

  private VirtualOrdersDiagnosis() {}

  static Diagnosis closedThePool() {
    return Diagnosis.observed("After serve() the disk pool that was given is shut down.")
        .means("It belongs to the caller, who still needs it.")
        .nextStep("Close only what you have opened yourself.");
  }

  static Diagnosis otherBytes(String expected, String found) {
    return Diagnosis.observed(
            "The file holds %s; transform was given %s.".formatted(expected, found))
        .means("These bytes are not text. In a String, bytes that are not UTF-8 are replaced.")
        .nextStep("Pass the bytes on as they are: Files.readAllBytes.");
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed("The disk was slow, and an order ended before its file was read.")
        .means("No caller asked for a time limit. A slow disk becomes a failed order.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static Diagnosis oneAfterAnother(long inside) {
    return Diagnosis.observed(
            "3 orders have their bytes, and only %d of them is inside transform.".formatted(inside))
        .means("The orders are transformed one after another: a slow one holds up all others.")
        .nextStep("Look for a lock, or for one thread that transforms for all.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis refusalAtTheCaller(RejectedExecutionException refusal) {
    return Diagnosis.observed(
            "The disk pool refused a reading, and the exception left serve().")
        .means("The futures of all orders are lost, including those that were accepted.")
        .nextStep("Hand the reading over on the virtual thread: then only its own future fails.")
        .because(refusal);
  }
}
