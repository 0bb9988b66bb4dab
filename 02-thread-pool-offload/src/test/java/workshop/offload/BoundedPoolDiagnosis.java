package workshop.offload;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import workshop.testkit.diagnosis.Diagnosis;

/** What is said about an answer to 02-2. */
final class BoundedPoolDiagnosis {

  private BoundedPoolDiagnosis() {}

  static Diagnosis refusedTooEarly(
      int number, int count, int threads, int places, RejectedExecutionException early) {
    return Diagnosis.observed(
            "Task %d of %d was refused: %s".formatted(number, count, early.getMessage()))
        .means(
            "%d threads and %d places have room for %d."
                .formatted(threads, places, threads + places))
        .nextStep("Give the queue as many places as were asked for.")
        .because(early);
  }

  static Diagnosis notRefusedFromInside() {
    return Diagnosis.observed(
            "The pool was full; a task of this pool asked for one more, and was not refused.")
        .means("The limit does not hold for the pool's own threads, or they run it themselves.")
        .nextStep("Refuse every caller, whichever thread it is on.");
  }

  static Diagnosis shared() {
    return Diagnosis.observed("One pool is full, and another one refuses, which is empty.")
        .means("The two share a queue, or count together.")
        .nextStep("Make the queue and the counters in open(): nothing static.");
  }

  static Diagnosis noTaskRuns(int i) {
    return Diagnosis.observed("After %d tasks that threw an Error, no task runs.".formatted(i))
        .means("Each took a thread or a place with it, until none was left.")
        .nextStep("Give back what a task has taken in a finally block, and replace a "
            + "thread that ends.");
  }

  static Diagnosis lostThreads(int tasks, int working, int threads) {
    return Diagnosis.observed(
            "%d tasks threw an Error. Now %d of %d threads work."
                .formatted(tasks, working, threads))
        .means("Each failure takes a thread with it, until none is left.")
        .nextStep("Start a new thread for one that ends, or catch Throwable around a task.");
  }

  static Diagnosis otherNames(List<String> names, List<String> expected) {
    return Diagnosis.observed("The threads of the pool \"storeroom\" are called " + names)
        .means("Programs that look for a thread by its name expect " + expected + ".")
        .nextStep("Let the counter begin with 1: Thread.ofPlatform().name(\"storeroom-\", 1).");
  }

  static Diagnosis inheritedDaemon() {
    return Diagnosis.observed(
            "A daemon submitted the first task, and the pool's thread became one as well.")
        .means(
            "A thread inherits this from the thread that creates it, and the JVM does not wait for"
                + " daemons: it may end in the middle of a write.")
        .nextStep("Say it in the thread factory: Thread.ofPlatform().daemon(false).");
  }
}
