package workshop.offload;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-5. */
final class TinyRuntimeDiagnosis {

  private TinyRuntimeDiagnosis() {}

  static Diagnosis otherTasks(List<String> ran) {
    return Diagnosis.observed("Three tasks were passed to execute(), but this ran: " + ran)
        .means("The loop is one thread, called loop, and runs one task after another.")
        .nextStep("Let only the loop thread run tasks, in the order in which they became ready.");
  }

  static Diagnosis severalLoops(int threads) {
    return Diagnosis.observed("Three tasks ran on " + threads + " threads, all called loop.")
        .means("A second thread may run at the same time as the first, so tasks would need locks.")
        .nextStep(
            "Start one loop thread in the constructor, and let it run one task after another.");
  }

  static Diagnosis otherResult(String menu) {
    return Diagnosis.observed(
            "The work returned \"soup\", but the future passed to resume has \"" + menu + "\".")
        .means("The code in resume needs the result of the work.")
        .nextStep("Give resume the future that holds the result of the work.");
  }

  static Diagnosis resumedElsewhere(String thread) {
    return Diagnosis.observed("The call to resume ran on \"" + thread + "\" instead of the loop.")
        .means(
            "Code on the loop needs no locks, because only the loop runs it. A resume on another"
                + " thread breaks that rule.")
        .nextStep(
            "When the work is done, add the call to resume to the loop's queue. Do not call it on"
                + " the blocking thread.");
  }

  static Diagnosis resumedAgain(int times) {
    return Diagnosis.observed(
            "Work was handed over 20 times, but resume ran %d times.".formatted(times))
        .means(
            "A program that continues twice from the same place prints or writes everything twice.")
        .nextStep("Notify the loop once for each piece of work, from one place in your code.");
  }

  static Diagnosis tooManyThreads(int alive, int orders) {
    return Diagnosis.observed(
            "%d blocking threads are alive for %d pieces of work.".formatted(alive, orders))
        .means("Four are allowed. Without a limit, a slow disk leads to thousands of threads.")
        .nextStep(
            "Hand the work to the pool of four threads. All other work waits in the queue of that"
                + " pool.");
  }

  static Diagnosis notReported(Set<String> reported) {
    return Diagnosis.observed(
            "A task and a continuation threw exceptions, but the uncaught exception handler got "
                + (reported.isEmpty() ? "neither." : "only " + reported + "."))
        .means(
            "The exception is swallowed or only printed. A program that logs errors in its handler"
                + " does not log this exception.")
        .nextStep(
            "Catch the exception in the loop, hand it to"
                + " Thread.currentThread().getUncaughtExceptionHandler(), and take the next task.");
  }

  static void assertOneLoop(List<String> ran, int threads) {
    if (threads > 1 && ran.stream().allMatch(task -> task.endsWith(" on loop"))) {
      throw severalLoops(threads);
    }
    if (!ran.equals(List.of("task 1 on loop", "task 2 on loop", "task 3 on loop"))) {
      throw otherTasks(ran);
    }
  }

  /** One extra helper thread is allowed, but not one for each piece of work. */
  static void assertNoMoreThreads(int blocking, int limit, List<String> others, int orders) {
    if (blocking > limit) {
      throw tooManyThreads(blocking, orders);
    }
    if (others.size() >= orders) {
      throw oneEach(orders, others);
    }
  }

  static Diagnosis notToTheThreadsHandler() {
    return Diagnosis.observed(
            "A task threw an exception, but the uncaught exception handler of the loop thread was"
                + " not called.")
        .means(
            "If a thread has its own handler, that handler must be called instead of the default"
                + " handler.")
        .nextStep(
            "Use Thread.currentThread().getUncaughtExceptionHandler(), which returns the right one"
                + " of the two.");
  }

  /** Also says where the loop is, because close() waits for it. */
  static Diagnosis neverCloses(Thread caller) {
    String loop =
        ThreadSnapshot.platform().stream()
            .filter(each -> each.name().equals("loop"))
            .max(Comparator.comparingLong(ThreadSnapshot::id)) // the last thread to be started
            .map(ThreadSnapshot::toString)
            .orElse("no thread called loop is alive");
    return Diagnosis.observed(
            "close() never returns. Its thread %s, and %s."
                .formatted(ThreadSnapshot.of(caller), loop))
        .means(
            "The loop does not end. It waits for a task, for a lock, or for a count that never"
                + " reaches zero.")
        .nextStep(
            "Count down every accepted task in a finally block, wake a sleeping loop with an empty"
                + " task, and hold no lock while you wait for the loop.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis loopHasEnded(String what) {
    return Diagnosis.observed(what + ", and no task has run since.")
        .means("One task stopped the loop for all other tasks.")
        .nextStep(
            what.contains("interrupt flag")
                ? "Catch the InterruptedException inside the while loop, and take the next task."
                    + " Only close() ends the loop."
                : "In the loop, catch Throwable around each task, and around the handler.");
  }

  static Diagnosis daemons(List<String> names) {
    return Diagnosis.observed(
            "A daemon thread created the runtime, and these threads of the runtime are daemons:"
                + " "
                + names)
        .means(
            "A new thread is a daemon if the thread that creates it is one. The JVM does not wait"
                + " for daemons, so accepted work may be lost.")
        .nextStep("Keep daemon(false) where the threads are created.");
  }

  static Diagnosis closesWithALimit(ThreadSnapshot where) {
    return Diagnosis.observed("close() waits with a time limit: its thread " + where)
        .means("If the disk is slower than the limit, close() returns while work is running.")
        .nextStep("Wait for the end of the loop with join(), which has no time limit.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis ignoresTheInterrupt(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "The caller of close() was interrupted, but it still waits: its thread " + where)
        .means("An interrupt asks a thread to stop waiting. Here, the request is lost.")
        .nextStep("When you catch the InterruptedException, set the flag again and return.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis interruptsWork(String what) {
    return Diagnosis.observed("close() interrupted " + what + " that had been accepted.")
        .means("Interrupted work fails or stops halfway, although it was accepted.")
        .nextStep(
            "Do not interrupt any thread. Wake a sleeping loop with an empty task, and end the pool"
                + " with shutdown() or close(), not with shutdownNow().");
  }

  static Diagnosis limitedQueue(int handedOver, @Nullable RuntimeException error) {
    return Diagnosis.observed(
            error == null
                ? "After %d tasks and pieces of work, execute() or offload() blocked its caller."
                    .formatted(handedOver)
                : "After %d tasks and pieces of work, execute() or offload() threw %s."
                    .formatted(handedOver, error))
        .means(
            "A queue is full. If the loop itself waits for a place in that queue, it waits"
                + " forever.")
        .nextStep("Use queues without a limit, for tasks and for work.")
        .because(error);
  }

  static Diagnosis tasksLost(int ran, int handedOver) {
    return Diagnosis.observed(
            "%d tasks and pieces of work were handed over, but only %d ran."
                .formatted(handedOver, ran))
        .means("The other tasks are lost, and code that waits for their results waits forever.")
        .nextStep(
            "Check that the queue takes every task, and that the loop takes every task from the"
                + " queue.");
  }

  static Diagnosis secondCloseReturned() {
    return Diagnosis.observed("A second close() returned while the first one was still waiting.")
        .means(
            "The caller of the second close() believes that everything is done, and may end the"
                + " program.")
        .nextStep("Let every call to close() wait for the end of the loop.");
  }

  static Diagnosis outOfTurn(List<Integer> order) {
    return Diagnosis.observed(
            order.isEmpty()
                ? "Task 1 handed over task 2, which ran at once, in the middle of task 1."
                : "Task 1 handed over tasks 2 and 3, but the tasks ended in this order: " + order)
        .means(
            "A task ran in the middle of another task, or before a task that became ready earlier.")
        .nextStep(
            "Let execute() put every task at the end of the queue, even one from the loop itself.");
  }

  static Diagnosis oneEach(int orders, List<String> others) {
    return Diagnosis.observed(
            "For %d pieces of work, %d threads besides the loop and the blocking threads are alive: %s"
                .formatted(orders, others.size(), others))
        .means(
            "Each piece of work costs one more thread, which only waits. A runtime exists to avoid"
                + " that.")
        .nextStep("Let the blocking thread itself notify the loop when the work is done.");
  }

  static Diagnosis refusedItself(RejectedExecutionException refusal) {
    boolean byThePool =
        Stream.of(refusal.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith(ThreadPoolExecutor.class.getName()));
    if (byThePool) {
      return Diagnosis.observed(
              "During close(), a task on the loop handed over more work, and the blocking pool"
                  + " rejected it.")
          .means("The pool was shut down while accepted work could still lead to more work.")
          .nextStep("Shut down the pool last, when the loop has no unfinished work.")
          .because(refusal);
    }
    return Diagnosis.observed(
            "During close(), a task on the loop handed over more work, and that work was rejected.")
        .means(
            "The work that a task hands over is part of the task. Without it, this accepted task is"
                + " only half done.")
        .nextStep(
            "Reject calls only from other threads. The loop may hand over more work while the"
                + " runtime closes.")
        .because(refusal);
  }

  static Diagnosis endsWithoutADefault() {
    return Diagnosis.observed(
            "No default handler was set. A task threw an exception, and no task has run since.")
        .means(
            "In most programs, Thread.getDefaultUncaughtExceptionHandler() returns null. A call on"
                + " null throws a NullPointerException, which ends the loop.")
        .nextStep(
            "Ask the thread for its handler, which is never null:"
                + " Thread.currentThread().getUncaughtExceptionHandler().");
  }

  static Diagnosis takesMoreWhileClosing() {
    return Diagnosis.observed(
            "While close() was waiting, execute() still accepted new tasks from other threads.")
        .means("If new tasks keep coming, the runtime may never end, or the last tasks never run.")
        .nextStep("Reject tasks from the moment close() is called, before it waits for the loop.");
  }

  /** Expects that a close() that has returned waited until the last resume had run. */
  static void assertAfterTheLastResume(boolean done, Future<?> resumed, boolean tooEarly) {
    if (tooEarly || (!done && Eventually.holds(resumed::isDone))) {
      throw returnedTooEarly();
    }
    if (!done) {
      throw resumeIsLost();
    }
  }

  private static Diagnosis resumeIsLost() {
    return Diagnosis.observed("close() returned, but resume was never called for accepted work.")
        .means("The work has ended, but the program never continues with the result.")
        .nextStep(
            "Count work as unfinished until its resume has run. Add the call to resume directly to"
                + " the loop's queue, because execute() rejects it during close().");
  }

  private static Diagnosis returnedTooEarly() {
    return Diagnosis.observed("close() returned while accepted work was still running.")
        .means("The accepted work is lost if the program ends now.")
        .nextStep(
            "Count the accepted work that has not ended. Let the loop end when the runtime is"
                + " closed and the count is zero, and let close() wait for the loop.");
  }
}
