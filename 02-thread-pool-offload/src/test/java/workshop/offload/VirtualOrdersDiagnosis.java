package workshop.offload;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import workshop.disk.DiskEvent;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** What is said about an answer to 02-6. */
final class VirtualOrdersDiagnosis {

  private VirtualOrdersDiagnosis() {}

  static String result(int number, Future<String> order) {
    Eventually.holds(order::isDone);
    if (order.state() == Future.State.FAILED && isInterrupt(order.exceptionNow())) {
      throw Diagnosis.observed("Order %d was interrupted while it waited.".formatted(number))
          .means("Its file can be read, but no one gets its text.")
          .nextStep(
              "Do not interrupt the orders: shutdownNow() does, but shutdown() lets all of them"
                  + " finish.");
    }
    return Await.result("order " + number, order);
  }

  private static boolean isInterrupt(Throwable error) {
    return error instanceof InterruptedException
        || error.getCause() instanceof InterruptedException;
  }

  static Diagnosis closedThePool() {
    return Diagnosis.observed("serve() shut down the disk pool that it was given.")
        .means("The pool belongs to the caller, who still needs it.")
        .nextStep("Close only what you have opened yourself.");
  }

  static Diagnosis onAVirtualThread(DiskEvent event, Recording recording) {
    return Diagnosis.observed(
            "%s of %s ran on a virtual thread.".formatted(event.op(), event.file().getFileName()))
        .means(
            "A virtual thread in a file operation keeps its carrier, and there are only as many"
                + " carriers as processors. With as many slow reads as carriers, every virtual"
                + " thread of the program stops.")
        .nextStep("Do the file operation on the platform threads of the disk pool.")
        .evidence("On the disk", recording);
  }

  static Diagnosis onAPlatformThread(Thread thread) {
    return Diagnosis.observed(
            "An order was transformed on the platform thread \"" + thread.getName() + "\".")
        .means(
            "There are only a few platform threads, and those of the disk pool should read the"
                + " next file.")
        .nextStep(
            "Start a virtual thread per order, which hands over the read, waits, and transforms"
                + " the bytes.");
  }

  static Diagnosis otherBytes(String expected, String found) {
    return Diagnosis.observed(
            "transform got the bytes %s, but the file has %s.".formatted(found, expected))
        .means(
            "A String replaces bytes that are not UTF-8, and reading line by line changes line"
                + " ends.")
        .nextStep("Pass on the bytes unchanged: Files.readAllBytes.");
  }

  static void assertStillWaits(Future<?> order, SlowPool pool) {
    if (order.isDone()) {
      throw Diagnosis.observed("The disk was slow, and an order ended before its file was read.")
          .means("The caller asked for no time limit. A slow disk becomes a failed order.")
          .nextStep("Wait with get(), which has no time limit.");
    }
    if (pool.wasAskedAgain()) {
      throw asksAgain("an order");
    }
  }

  static Diagnosis asksAgain(String who) {
    return Diagnosis.observed(
            ("While the disk was slow, %s waited with a time limit, and when the limit"
                    + " passed, it waited again.")
                .formatted(who))
        .means("That is polling: the thread wakes up for nothing each time the limit passes.")
        .nextStep("Wait once, with get(): it has no time limit, and the result ends the wait.");
  }

  static Diagnosis waitForOneAnother(long orders, long missing) {
    return Diagnosis.observed(
            "%d orders have their bytes, but only %d of them can be in transform at once."
                .formatted(orders, orders - missing))
        .means("Orders wait for one another: a slow one holds up the others.")
        .nextStep("Look for a lock, a semaphore, or a pool with a limited number of threads.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis sharedBytes(int order, String result) {
    return Diagnosis.observed(
            "transform overwrote its bytes, and order %d got the overwritten ones: \"%s\"."
                .formatted(order, result))
        .means("Each order needs its own bytes, even if two orders are for the same file.")
        .nextStep("Read the file for each order, or give each one a copy of the bytes.");
  }

  static Diagnosis askedAgain(int orders, int refusals) {
    return Diagnosis.observed(
            "The disk pool rejected %d orders, but was asked %d times.".formatted(orders, refusals))
        .means("Orders that keep asking a full pool keep it and the processors busy.")
        .nextStep("Let the first RejectedExecutionException fail the future of the order.");
  }

  static Diagnosis wrongNumber(int futures, int orders) {
    return Diagnosis.observed(
            "serve() returned %d futures for %d orders.".formatted(futures, orders))
        .means("Each element of the list has its own future, at the same index.")
        .nextStep("Add one future per file, in the order of the files.");
  }

  static Diagnosis interruptedAnother() {
    return Diagnosis.observed("One order failed, and another one was interrupted in transform.")
        .means("One missing file destroys the results of other orders.")
        .nextStep(
            "Let the exception leave the task of the order that failed. Do not stop the"
                + " executor.");
  }

  static Diagnosis refusalAtTheCaller(RejectedExecutionException refusal) {
    return Diagnosis.observed("The disk pool rejected a read, and serve() threw the exception.")
        .means("The caller gets no futures, not even those of the orders that were accepted.")
        .nextStep(
            "Submit the read on the virtual thread of its order: then only that future fails.")
        .because(refusal);
  }
}
