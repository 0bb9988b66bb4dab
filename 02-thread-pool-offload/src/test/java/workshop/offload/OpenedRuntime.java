package workshop.offload;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** A runtime under test. No call of it can hang the test, close() included. */
record OpenedRuntime(TinyRuntime runtime, StartedThreads loops) implements AutoCloseable {

  static OpenedRuntime open() {
    StartedThreads loops = StartedThreads.named("loop");
    return new OpenedRuntime(Answer.of(TinyRuntime.class), loops);
  }

  void execute(Runnable task) {
    Caller.call("execute", () -> runtime.execute(task)).returns();
  }

  /** Lets a task throw {@code thrown} on the loop, whose thread then has {@code handler}. */
  void executeThrowing(RuntimeException thrown, Runnable handler) {
    execute(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, _) -> handler.run());
      throw thrown;
    });
  }

  static String read(Disk disk, String name) throws Exception {
    return Files.readString(disk.path(name));
  }

  /** Returns the loop and a blocking thread of a runtime that a daemon creates. */
  static Future<List<Thread>> ofADaemon() {
    CompletableFuture<List<Thread>> threads = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (TinyRuntime runtime = Answer.of(TinyRuntime.class)) {
            runtime.execute(() -> {
              Thread loop = Thread.currentThread();
              runtime.offload(
                  Thread::currentThread, done -> threads.complete(List.of(loop, done.resultNow())));
            });
          }
        });
    return threads;
  }

  <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    Caller.call("offload", () -> runtime.offload(work, resume)).returns();
  }

  /** Returns what resume was given, as a future that the test may wait for. */
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
                  .means(
                      "Code in resume that calls get() has to wait, and that code runs on the loop.")
                  .nextStep(
                      "Make resume ready for the loop when the work is done, and not before."));
    }
  }

  /** Returns what was passed to resume, once nothing is held. */
  <T extends @Nullable Object> T resumed(String what, CompletableFuture<T> resumed) {
    Eventually.orElse(
        resumed::isDone,
        () ->
            Diagnosis.observed(
                    "Work was given to offload(), but resume was not called; " + aLoop())
                .means(
                    "Either the work never ran, or the call of resume was not added to the loop's"
                        + " queue, or no loop takes it from there.")
                .nextStep(
                    "Start the loop in the constructor. When the work is done, put what calls resume"
                        + " where the loop finds it.")
                .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode()));
    return Await.result(what, resumed);
  }

  private String aLoop() {
    return loops.alive().isEmpty()
        ? "no thread called loop is alive."
        : "a thread called loop is alive.";
  }

  /** What to say when the last of the tasks that were given to execute has not run. */
  Diagnosis notTaken() {
    return Diagnosis.observed("Tasks were given to execute(), but the last one never ran; " + aLoop())
        .means("Tasks wait in the queue, and no thread takes them from there.")
        .nextStep(
            "Start the loop in the constructor, and let it take and run one task after the other.")
        .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode());
  }

  static void assertResumedWith(
      Class<? extends Throwable> kind, String part, CompletableFuture<?> resumed)
      throws InterruptedException {
    Eventually.orElse(
        resumed::isDone,
        () ->
            Diagnosis.observed(
                    "The work threw %s, but resume was not called.".formatted(kind.getSimpleName()))
                .means("The program that handed it over never continues.")
                .nextStep(
                    "Call resume in any case: a FutureTask keeps a result, an exception or an Error."));
    Throwable failure = Await.failure("the work", resumed);
    if (!kind.isInstance(failure) || !String.valueOf(failure.getMessage()).contains(part)) {
      throw Diagnosis.observed(
              "The work threw %s, but the future given to resume failed with %s."
                  .formatted(kind.getSimpleName(), failure))
          .means("The original error is lost, and with it the path and the reason.")
          .nextStep("Give resume a future that failed with exactly what the work threw.")
          .because(failure);
    }
  }

  /** Expects that another task still runs, after {@code what} has happened on the loop. */
  void assertGoesOn(String what) {
    CompletableFuture<String> next = new CompletableFuture<>();
    execute(() -> next.complete("next"));
    Eventually.orElse(next::isDone, () -> TinyRuntimeDiagnosis.loopHasEnded(what));
  }

  static void assertGoesOn(Future<?> next) {
    Eventually.orElse(
        next::isDone, () -> TinyRuntimeDiagnosis.loopHasEnded("A task threw an exception"));
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
      throw Diagnosis.observed(method + "() on a closed runtime returned without an error.")
          .means("The task never runs, and its caller does not know.")
          .nextStep("Throw a RejectedExecutionException once the runtime is closed.");
    }
  }

  /** Returns a call of close() that waits or has returned; its result is whether all was done. */
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
        "close() to wait or to return",
        () -> close.isBack() || Waits.isWaiting(close.thread()),
        () -> close.thread().getState().toString());
    return close;
  }

  @Override
  public void close() {
    Caller.call("close", runtime::close).returns();
  }
}
