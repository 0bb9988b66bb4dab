package workshop.offload;

import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import workshop.testkit.diagnosis.Diagnosis;

/** What is said about an answer to 02-5. */
final class TinyRuntimeDiagnosis {

  private TinyRuntimeDiagnosis() {}

  static Diagnosis otherTasks(List<String> ran) {
    return Diagnosis.observed("Three tasks were handed over; this ran: " + ran)
        .means("The loop is one thread, called loop, and runs one task after the other.")
        .nextStep("Let only the loop thread run tasks, in the order in which they became ready.");
  }

  static Diagnosis severalLoops(int threads) {
    return Diagnosis.observed("Three tasks ran on " + threads + " threads, all called loop.")
        .means("A second thread may run at the same time as the first: tasks would need locks.")
        .nextStep("Start the one loop thread in the constructor; it takes task after task.");
  }

  static Diagnosis otherResult(String menu) {
    return Diagnosis.observed("The work returned \"soup\"; resume was given \"" + menu + "\".")
        .means("The resumed task needs the result of the work.")
        .nextStep("Give resume the future that holds the result of the work.");
  }

  static Diagnosis resumedElsewhere(String thread) {
    return Diagnosis.observed("The task was resumed on \"" + thread + "\".")
        .means("What runs on the loop needs no locks only as long as no other thread runs it.")
        .nextStep("When the work is done, make resume ready for the loop; do not call it there.");
  }

  static Diagnosis resumedAgain(int times) {
    return Diagnosis.observed(
            "20 times work was handed over; %d times it was resumed.".formatted(times))
        .means("A program that continues twice from the same place prints, writes and pays twice.")
        .nextStep("Notify the loop once for each piece of work, in one place.");
  }

  static Diagnosis tooManyThreads(int alive, int orders) {
    return Diagnosis.observed("%d blocking threads for %d orders.".formatted(alive, orders))
        .means("Without a limit, a slow disk and many orders lead to thousands of threads.")
        .nextStep("Hand the work to the pool of four; what is too much waits in its queue.");
  }

  static Diagnosis notReported(Set<String> reported) {
    return Diagnosis.observed(
            "A task threw \"the soup is burnt\", a resumed one \"the soup is burnt again\";"
                + (reported.isEmpty()
                    ? " no uncaught exception handler was told."
                    : " told was only " + reported))
        .means(
            "Swallowed, or merely printed: a program that set a handler, to log or to raise"
                + " an alarm, does not learn of it.")
        .nextStep(
            "Catch it in the loop, hand it to Thread.currentThread()"
                + ".getUncaughtExceptionHandler(), and take the next task.");
  }

  static void assertOneLoop(List<String> ran, int threads) {
    if (!ran.equals(List.of("task 1 on loop", "task 2 on loop", "task 3 on loop"))) {
      throw otherTasks(ran);
    }
    if (threads > 1) {
      throw severalLoops(threads);
    }
  }

  /** One more helper thread is a matter of taste; one for each order is not. */
  static void assertNoMoreThreads(int blocking, int limit, List<String> others, int orders) {
    if (blocking > limit) {
      throw tooManyThreads(blocking, orders);
    }
    if (others.size() >= orders) {
      throw oneEach(orders, others);
    }
  }

  static Diagnosis loopHasEnded(String what) {
    return Diagnosis.observed(what + ", and no task has run since.")
        .means("One task has stopped the loop for all others.")
        .nextStep("Catch Throwable around each single task, and around the handler, in the loop.");
  }

  static Diagnosis daemons(List<String> names) {
    return Diagnosis.observed(
            "A daemon opened the runtime, and these threads are daemons: " + names)
        .means(
            "A thread inherits this from the thread that creates it, and the JVM does not wait for"
                + " daemons: accepted work may be lost.")
        .nextStep("Keep daemon(false) where the threads are created.");
  }

  static Diagnosis secondCloseCameBack() {
    return Diagnosis.observed("A second close() came back while the first one still waits.")
        .means("Its caller believes that everything is done, and may end the program.")
        .nextStep("Let every call of close() wait for the end of the loop.");
  }

  static Diagnosis outOfTurn(List<Integer> order) {
    return Diagnosis.observed(
            "Task 1 handed over 2 and 3, and 2 handed over a last one. They ended in this order: "
                + order)
        .means(
            "A task that runs in the middle of another, or before what became ready earlier, finds"
                + " things half done.")
        .nextStep("Let execute() put every task at the end of the queue, the loop's own as well.");
  }

  static Diagnosis oneEach(int orders, List<String> others) {
    return Diagnosis.observed(
            "%d orders, and besides the loop and the blocking threads %d more are alive: %s"
                .formatted(orders, others.size(), others))
        .means("A runtime exists so that no thread has to wait for each order.")
        .nextStep("Let the blocking thread itself notify the loop, when its work is done.");
  }

  static Diagnosis refusedItself(RejectedExecutionException refusal) {
    return Diagnosis.observed(
            "close() was called; a task that was accepted before handed over more, on the loop, and"
                + " was refused.")
        .means("What was accepted is only half done: what follows from it belongs to it.")
        .nextStep(
            "Refuse what comes from outside; the loop itself may hand over more while the runtime"
                + " is closing.")
        .because(refusal);
  }

  static Diagnosis endsWithoutADefault() {
    return Diagnosis.observed(
            "No default handler was set, a task threw, and no task has run since.")
        .means(
            "Thread.getDefaultUncaughtExceptionHandler() is null in most programs, and calling it"
                + " ends the loop.")
        .nextStep(
            "Ask the thread for its handler, which is never null:"
                + " Thread.currentThread().getUncaughtExceptionHandler().");
  }

  static Diagnosis takesMoreWhileClosing() {
    return Diagnosis.observed(
            "close() waits for what was accepted, while execute() still accepts new tasks from"
                + " outside.")
        .means("A runtime that keeps accepting may never end, and the last tasks never run.")
        .nextStep("Refuse from the moment close() is called, before it waits for the loop.");
  }

  static Diagnosis cameBackTooEarly() {
    return Diagnosis.observed("close() came back while an accepted operation was still under way.")
        .means("What was accepted is lost when the program ends, or runs on unseen.")
        .nextStep(
            "Count what was accepted and has not been run to its end; the loop ends when it is"
                + " closed and the count is zero, and close() waits for the loop.");
  }
}
