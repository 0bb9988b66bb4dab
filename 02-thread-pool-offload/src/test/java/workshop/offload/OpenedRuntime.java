package workshop.offload;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.ThreadSnapshot;

/** A runtime under test. Nothing that is asked of it hangs, closing included. */
record OpenedRuntime(TinyRuntime runtime, Newcomers loops) implements AutoCloseable {

  static OpenedRuntime open() {
    Newcomers loops = Newcomers.called("loop");
    return new OpenedRuntime(Answer.of(TinyRuntime.class), loops);
  }

  void execute(Runnable task) {
    Caller.call("execute", () -> runtime.execute(task)).returns();
  }

  <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    Caller.call("offload", () -> runtime.offload(work, resume)).returns();
  }

  /** Returns what resume was given, as a future that anybody may wait for. */
  <T> CompletableFuture<T> offload(Callable<T> work) {
    CompletableFuture<T> resumed = new CompletableFuture<>();
    offload(work, done -> pass(done, resumed));
    return resumed;
  }

  <T> CompletableFuture<T> offloadWhile(Gate held, Callable<T> work) {
    CompletableFuture<T> resumed = new CompletableFuture<>();
    Caller.call("offload", () -> runtime.offload(work, done -> pass(done, resumed)))
        .returnsWhileHeld(held);
    return resumed;
  }

  static <T> void pass(Future<T> done, CompletableFuture<T> resumed) {
    switch (done.state()) {
      case SUCCESS -> resumed.complete(done.resultNow());
      case FAILED -> resumed.completeExceptionally(done.exceptionNow());
      case CANCELLED, RUNNING ->
          resumed.completeExceptionally(
              Diagnosis.observed("resume was given a future that is " + done.state() + ".")
                  .means("Whoever asks it for the result has to wait, and that is the loop.")
                  .nextStep(
                      "Make resume ready for the loop when the work is done, and not before."));
    }
  }

  /** Returns what was passed to resume, once nothing is held. */
  <T extends @Nullable Object> T resumed(String what, CompletableFuture<T> resumed) {
    Standstill.orElse(
        resumed::isDone,
        () ->
            Diagnosis.observed(
                    "Work was handed over with offload(), and nobody was resumed; " + aLoop())
                .means(
                    "Either the work is not done, or resume was not made ready for the loop, or no"
                        + " loop takes it.")
                .nextStep(
                    "Start the loop in the constructor; and when the work is done, put what calls"
                        + " resume where the loop finds it.")
                .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode()));
    return Await.result(what, resumed);
  }

  private String aLoop() {
    return loops.alive().isEmpty()
        ? "no thread called loop lives."
        : "a thread called loop is there.";
  }

  /** What to say when tasks were handed over with execute and the last has not run. */
  Diagnosis nobodyTakes() {
    return Diagnosis.observed("Tasks were handed over, and the last has not run; " + aLoop())
        .means("Tasks wait in the queue, and nobody takes them out and runs them.")
        .nextStep(
            "Start the loop in the constructor, and let it take and run, one task after the other.")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  static void assertResumedWith(
      Class<? extends Throwable> kind, String part, CompletableFuture<?> resumed)
      throws InterruptedException {
    Standstill.orElse(
        resumed::isDone,
        () ->
            Diagnosis.observed("The work ended with a %s, and nobody was resumed.".formatted(kind))
                .means("Whoever handed it over waits for ever.")
                .nextStep(
                    "Resume in any case: FutureTask keeps a result, an exception and an Error."));
    Throwable failure = Await.failure("the work", resumed);
    if (!kind.isInstance(failure) || !String.valueOf(failure.getMessage()).contains(part)) {
      throw Diagnosis.observed(
              "The work failed with %s; resume was given %s".formatted(kind, failure))
          .means("The original error is lost, and with it the path and the reason.")
          .nextStep("Give resume a future that failed with exactly what the work threw.")
          .because(failure);
    }
  }

  static void assertGoesOn(Future<?> next) throws InterruptedException {
    Standstill.orElse(
        next::isDone,
        () ->
            Diagnosis.observed("A task threw an exception, and no task has run since.")
                .means("One guest's burnt soup has closed the kitchen for all the others.")
                .nextStep("Catch Throwable around each single task, inside the loop."));
  }

  /** Returns whether a new task from outside is refused; fails if the caller has to wait. */
  static boolean refuses(String method, Caller.Action handOver) {
    try {
      Caller.call(method, handOver).returnsAtOnce();
      return false;
    } catch (RejectedExecutionException expected) {
      return true;
    }
  }

  static void assertRefuses(String method, Caller.Action handOver) {
    if (!refuses(method, handOver)) {
      throw Diagnosis.observed(method + "() on a closed runtime returned without a word.")
          .means("The task will never run, and nobody knows.")
          .nextStep("Throw a RejectedExecutionException once the runtime is closed.");
    }
  }

  /** Returns a call of close() that waits, or has come back; it returns whether all was done. */
  Call<Boolean> closing(Future<?> all) {
    CountDownLatch closing = new CountDownLatch(1);
    Call<Boolean> close =
        Caller.call(
            "close",
            () -> {
              closing.countDown();
              runtime.close();
              return all.isDone();
            });
    Await.latch("close() to be called", closing);
    Await.until(
        "close() to wait or to come back",
        () -> close.isBack() || isWaiting(close.thread()),
        () -> close.thread().getState().toString());
    return close;
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }

  static Diagnosis outOfTurn(List<Integer> order) {
    return Diagnosis.observed(
            "Task 1 handed over 2 and 3, and 2 handed over 4; they ended in this order: " + order)
        .means(
            "A task that runs in the middle of another, or before what became ready earlier, finds"
                + " things half done.")
        .nextStep("Let execute() put every task at the end of the queue, the loop's own as well.");
  }

  static Diagnosis oneEach(int orders, List<String> others) {
    return Diagnosis.observed(
            "%d orders, and besides loop and blocking threads %d more are alive: %s"
                .formatted(orders, others.size(), others))
        .means("A thread that waits for each order is what a runtime is there to save.")
        .nextStep("Let the blocking thread itself notify the loop, when its work is done.");
  }

  static Diagnosis refusedItself(RejectedExecutionException refusal) {
    return Diagnosis.observed(
            "close() was called; a task that was accepted before handed over more, on the loop, and"
                + " was refused.")
        .means("What was accepted is done by halves: what follows from it belongs to it.")
        .nextStep(
            "Refuse what comes from outside; the loop itself may hand over more while the runtime"
                + " is closing.")
        .because(refusal);
  }

  static Diagnosis endsWithoutADefault() {
    return Diagnosis.observed(
            "No default handler was set, a task threw, and no task has run since.")
        .means(
            "Thread.getDefaultUncaughtExceptionHandler() is null in a program that sets none, as"
                + " most: who calls it ends the loop.")
        .nextStep(
            "Ask the thread for its handler, which is never null:"
                + " Thread.currentThread().getUncaughtExceptionHandler().");
  }

  static Diagnosis takesMoreWhileClosing() {
    return Diagnosis.observed(
            "close() waits for what was accepted, and meanwhile execute() takes new tasks from"
                + " outside.")
        .means("Who goes on taking tasks may never end; and the last ones never run.")
        .nextStep("Refuse from the moment close() is called, before it waits for the loop.");
  }

  static Diagnosis cameBackTooEarly() {
    return Diagnosis.observed("close() came back while an accepted operation was still under way.")
        .means("What was accepted is lost with the end of the program, or runs on unseen.")
        .nextStep(
            "Count what was accepted and has not been run to its end; the loop ends when it is"
                + " closed and the count is zero, and close() waits for the loop.");
  }

  @Override
  public void close() {
    Caller.call("close", runtime::close).returns();
  }
}
