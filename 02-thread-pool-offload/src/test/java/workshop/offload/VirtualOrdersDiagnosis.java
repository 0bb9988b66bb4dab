package workshop.offload;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import workshop.disk.DiskEvent;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-6. */
final class VirtualOrdersDiagnosis {

  private VirtualOrdersDiagnosis() {}

  static String result(int number, Future<String> order) {
    Eventually.holds(order::isDone);
    if (order.state() == Future.State.FAILED && isInterrupt(order.exceptionNow())) {
      throw Diagnosis.observed("Order %d was interrupted while it waited.".formatted(number))
          .means("The file of this order can be read, but the caller does not get its text.")
          .nextStep(
              "Do not interrupt the orders. Call shutdown(), which lets all of them finish, instead"
                  + " of shutdownNow().");
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
            "A pool has only a few platform threads. Those of the disk pool should be reading the"
                + " next file.")
        .nextStep(
            "Start a virtual thread per order, which hands over the read, waits, and transforms"
                + " the bytes.");
  }

  static Diagnosis otherBytes(String expected, String found) {
    return Diagnosis.observed(
            "The bytes passed to transform are %s, but the file has %s.".formatted(found, expected))
        .means(
            "A String replaces bytes that are not UTF-8, and reading line by line changes line"
                + " endings.")
        .nextStep("Pass on the bytes exactly as Files.readAllBytes returns them.");
  }

  static void assertStillWaits(Future<?> order, SlowPool pool) {
    if (order.isDone()) {
      throw Diagnosis.observed("The disk was slow, and an order ended before its file was read.")
          .means(
              "The caller asked for no time limit. With a limit, an order fails because the disk is"
                  + " slow.")
          .nextStep("Wait with get(), which has no time limit.");
    }
    if (pool.wasAskedAgain()) {
      throw asksAgain("an order");
    }
  }

  static Diagnosis asksAgain(String who) {
    return Diagnosis.observed(
            ("While the disk was slow, %s waited with a time limit, and waited again when the"
                    + " limit had expired.")
                .formatted(who))
        .means("That is polling: the thread wakes up for nothing each time the limit expires.")
        .nextStep(
            "Wait once, with the get() that has no time limit. It returns as soon as there is a"
                + " result.");
  }

  static Diagnosis waitForOneAnother(long orders, long missing) {
    return Diagnosis.observed(
            "%d orders have their bytes, but only %d of them can be in transform at once."
                .formatted(orders, orders - missing))
        .means("Orders wait for one another, so a slow order holds up the others.")
        .nextStep("Look for a lock, a semaphore, or a pool with a limited number of threads.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis sharedBytes(int order, String result) {
    return Diagnosis.observed(
            ("The transform of one order overwrote its bytes, and order %d got the overwritten"
                    + " bytes: \"%s\".")
                .formatted(order, result))
        .means("Each order needs its own bytes, even if two orders are for the same file.")
        .nextStep("Read the file for each order, or give each order its own copy of the bytes.");
  }

  static Diagnosis askedAgain(int orders, int refusals) {
    return Diagnosis.observed(
            "The disk pool was full. For %d orders, your code asked the pool %d times."
                .formatted(orders, refusals))
        .means("Orders that ask a full pool again and again keep the processors busy.")
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
            "Submit the read on the virtual thread of its order. Then only the future of that order"
                + " fails.")
        .because(refusal);
  }
}
