package workshop.offload;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** A runtime under test. None of its calls can hang the test, not even close(). */
record OpenedRuntime(TinyRuntime runtime, StartedThreads loops) implements AutoCloseable {

  private static final String INTERRUPTED = "interrupted during the read";

  static OpenedRuntime open() {
    StartedThreads loops = StartedThreads.named("loop");
    return new OpenedRuntime(Answer.of(TinyRuntime.class), loops);
  }

  void execute(Runnable task) {
    Call.start("execute", () -> runtime.execute(task)).returns();
  }

  /** Lets a task throw {@code thrown} on the loop, whose thread then has {@code handler}. */
  void executeThrowing(RuntimeException thrown, Runnable handler) {
    execute(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, _) -> handler.run());
      throw thrown;
    });
  }

  /** Returns the text of a file, or {@link #INTERRUPTED} if the thread has been interrupted. */
  static String read(Disk disk, String name) throws Exception {
    String text = Files.readString(disk.path(name)); // ignores interrupts
    return Thread.currentThread().isInterrupted() ? INTERRUPTED : text;
  }

  /** Does the same, and finally reports the thread that it ran on. */
  static String readOn(CompletableFuture<Thread> worker, Disk disk, String name) throws Exception {
    try {
      return read(disk, name);
    } finally {
      worker.complete(Thread.currentThread());
    }
  }

  /** Waits until {@code worker} has nothing to do anymore, not even to notify the loop. */
  static void awaitEndOfWork(CompletableFuture<Thread> worker) {
    Thread blocking = Await.result("the end of the work", worker);
    Await.until(
        "the blocking thread to be free",
        () -> Waits.isWaiting(blocking) || !blocking.isAlive(),
        () -> ThreadSnapshot.of(blocking).toString());
  }

  /** Lets a task wait for {@code busy} on the loop. Returns whether it was interrupted. */
  CompletableFuture<Boolean> keepTheLoopBusy(CountDownLatch busy) {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    execute(() -> {
      awaitQuietly(busy);
      interrupted.complete(Thread.currentThread().isInterrupted());
    });
    return interrupted;
  }

  static void assertNotInterrupted(CompletableFuture<Boolean> interrupted) {
    if (Await.result("a task on the loop", interrupted)) {
      throw TinyRuntimeDiagnosis.interruptsWork("a task on the loop");
    }
  }

  /** Waits; an interrupt ends the wait and is kept. */
  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs {@code action} while {@code handler} is the default uncaught exception handler. */
  static void withDefaultHandler(
      Thread.@Nullable UncaughtExceptionHandler handler, Call.Action action) throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(handler);
    try {
      action.run();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  /**
   * Lets a task submit two more, one of which submits a last one. Returns the order in which they
   * ran.
   */
  CompletableFuture<List<Integer>> nestedTasks() {
    List<Integer> ended = new ArrayList<>();
    CompletableFuture<List<Integer>> all = new CompletableFuture<>();
    execute(() -> {
      runtime.execute(() -> {
        runtime.execute(() -> all.complete(List.copyOf(ended)));
        ended.add(2);
      });
      runtime.execute(() -> ended.add(3));
      ended.add(1);
    });
    return all;
  }

  /** Reads the menu, and lets the continuation offload the read once more. */
  void readTwice(
      Disk disk, CompletableFuture<String> second, CompletableFuture<Diagnosis> mistake) {
    offload(
        () -> read(disk, "menu.txt"),
        first -> {
          if (first.state() == Future.State.SUCCESS && INTERRUPTED.equals(first.resultNow())) {
            mistake.complete(TinyRuntimeDiagnosis.interruptsWork("work on a blocking thread"));
          }
          try {
            runtime.offload(() -> read(disk, "menu.txt"), done -> pass(done, second));
          } catch (RejectedExecutionException e) {
            mistake.complete(TinyRuntimeDiagnosis.refusedItself(e));
            throw e;
          }
        });
  }

  void assertResumesOnTheLoop(AtomicInteger times) {
    CompletableFuture<String> resumed = new CompletableFuture<>();
    offload(
        () -> "done",
        done -> {
          times.incrementAndGet();
          resumed.complete(Thread.currentThread().getName());
        });
    String thread = resumed("the resumed task", resumed);
    if (!thread.equals("loop")) {
      throw TinyRuntimeDiagnosis.resumedElsewhere(thread);
    }
  }

  /**
   * Lets a daemon create a runtime. Returns the names of the daemons among its threads: the loop
   * and a blocking thread.
   */
  static Future<List<String>> daemonsWhenADaemonCreatesIt() {
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
    return threads.thenApply(
        both -> both.stream().filter(Thread::isDaemon).map(Thread::getName).toList());
  }

  <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    Call.start("offload", () -> runtime.offload(work, resume)).returns();
  }

  /** Returns what resume was given, as a future that the test may wait for. */
  <T> CompletableFuture<T> offload(Callable<T> work) {
    CompletableFuture<T> resumed = new CompletableFuture<>();
    offload(work, done -> pass(done, resumed));
    return resumed;
  }

  <T> CompletableFuture<T> offloadWhile(Gate held, Callable<T> work) {
    CompletableFuture<T> resumed = new CompletableFuture<>();
    Call.start("offload", () -> runtime.offload(work, done -> pass(done, resumed)))
        .returnsWhileHeld(held);
    return resumed;
  }

  static <T> void pass(Future<T> done, CompletableFuture<T> resumed) {
    switch (done.state()) {
      case SUCCESS -> resumed.complete(done.resultNow());
      case FAILED -> resumed.completeExceptionally(done.exceptionNow());
      case CANCELLED, RUNNING ->
          resumed.completeExceptionally(
              Diagnosis.observed("The future passed to resume is " + done.state() + ".")
                  .means(
                      "Code in resume that calls get() has no result yet, and would block"
                          + " the loop.")
                  .nextStep(
                      "Add the call to resume to the loop's queue when the work is done, not"
                          + " before."));
    }
  }

  /** Returns what was passed to resume, once no operation is held. */
  <T extends @Nullable Object> T resumed(String what, CompletableFuture<T> resumed) {
    Eventually.orElse(
        resumed::isDone,
        () ->
            Diagnosis.observed(
                    "Work was passed to offload(), but resume was not called: " + aLoop())
                .means(
                    "Either the work never ran, or the call to resume was not added to the loop's"
                        + " queue, or no loop takes it from there.")
                .nextStep(
                    "Start the loop in the constructor. When the work is done, add a task that"
                        + " calls resume to the loop's queue.")
                .evidence("Where your threads wait", ThreadSnapshot.inLearnersCode()));
    T result = Await.result(what, resumed);
    if (INTERRUPTED.equals(result)) {
      throw TinyRuntimeDiagnosis.interruptsWork("work on a blocking thread");
    }
    return result;
  }

  private String aLoop() {
    return loops.alive().isEmpty()
        ? "no thread called loop is alive."
        : "a thread called loop is alive.";
  }

  /** The failure if the last of the tasks passed to execute has not run. */
  Diagnosis notTaken() {
    return Diagnosis.observed(
            "Tasks were passed to execute(), but the last one never ran: " + aLoop())
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
                .means("The program that handed over the work never continues.")
                .nextStep(
                    "Always call resume: a FutureTask keeps a result, an exception or an Error."));
    Throwable failure = Await.failure("the work", resumed);
    if (!kind.isInstance(failure) || !String.valueOf(failure.getMessage()).contains(part)) {
      throw Diagnosis.observed(
              "The work threw %s, but the future passed to resume failed with %s."
                  .formatted(kind.getSimpleName(), failure))
          .means("The original error is lost, and with it the path and the reason.")
          .nextStep("Give resume a future that failed with exactly what the work threw.")
          .because(failure);
    }
  }

  /** Lets a task interrupt the loop, and waits until the loop sleeps again or has ended. */
  void interruptTheLoop() {
    CompletableFuture<Thread> loop = new CompletableFuture<>();
    execute(() -> {
      Thread.currentThread().interrupt();
      loop.complete(Thread.currentThread());
    });
    Eventually.holds(() -> loop.isDone() && loop.join().getState() != Thread.State.RUNNABLE);
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

  /** Returns whether a new task from outside is rejected. Fails if the caller has to wait. */
  static boolean refuses(String method, Call.Action handOver) {
    try {
      Call.start(method, handOver).returnsAtOnce();
      return false;
    } catch (RejectedExecutionException expected) {
      return true;
    }
  }

  static void assertRefuses(String method, Call.Action handOver) {
    if (!refuses(method, handOver)) {
      throw Diagnosis.observed(method + "() on a closed runtime returned without an error.")
          .means("The task never runs, and the caller does not find out.")
          .nextStep("Throw a RejectedExecutionException once the runtime is closed.");
    }
  }

  /** Returns a call to close() that waits or has returned; its result is whether all was done. */
  Call<Boolean> closing(Future<?> all) {
    CountDownLatch closing = new CountDownLatch(1);
    Call<Boolean> close =
        Call.start(
            "close",
            () -> {
              closing.countDown();
              runtime.close();
              return all.isDone();
            });
    Await.latch("close() to be called", closing);
    Await.until(
        "close() to wait or to return",
        () -> close.hasEnded() || Waits.isWaiting(close.thread()),
        () -> close.thread().getState().toString());
    ThreadSnapshot where = ThreadSnapshot.of(close.thread());
    if (close.thread().getState() == Thread.State.TIMED_WAITING && !closesAnExecutor(where)) {
      throw TinyRuntimeDiagnosis.closesWithALimit(where);
    }
    return close;
  }

  /** ExecutorService.close() waits with a time limit, again and again. */
  private static boolean closesAnExecutor(ThreadSnapshot where) {
    return where.stack().stream()
        .anyMatch(frame ->
            frame.getMethodName().equals("close")
                && frame.getClassName().startsWith("java.util.concurrent."));
  }

  /**
   * Submits {@code count} tasks and {@code count} pieces of work, more than any plausible limit of
   * a queue. They wait for {@code free}. Returns a counter of those that have run.
   */
  AtomicInteger handOverMany(int count, CountDownLatch free) {
    AtomicInteger handedOver = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    Call<?> call =
        Call.start(
            "execute and offload",
            () -> {
              for (int i = 0; i < count; i++) {
                runtime.execute(ran::incrementAndGet);
                handedOver.incrementAndGet();
                runtime.offload(() -> work(free), done -> ran.incrementAndGet());
                handedOver.incrementAndGet();
              }
            });
    Eventually.orElse(
        call::hasEnded, () -> TinyRuntimeDiagnosis.limitedQueue(handedOver.get(), null));
    try {
      call.returns();
    } catch (IllegalStateException | RejectedExecutionException full) {
      throw TinyRuntimeDiagnosis.limitedQueue(handedOver.get(), full);
    }
    return ran;
  }

  void assertAllHaveRun(int count, AtomicInteger ran) {
    Eventually.orElse(
        () -> ran.get() == count, () -> TinyRuntimeDiagnosis.tasksLost(ran.get(), count));
  }

  void assertResumedWith(String menu, CompletableFuture<String> resumed) {
    String found = resumed("the menu", resumed);
    if (!found.equals(menu)) {
      throw TinyRuntimeDiagnosis.otherResult(found);
    }
  }

  private static String work(CountDownLatch free) {
    awaitQuietly(free);
    return "done";
  }

  @Override
  public void close() {
    returned(Call.start("close", runtime::close));
  }

  /** Waits for a call to close(). Returns its result. */
  <T> T returned(Call<T> close) {
    Eventually.orElse(close::hasEnded, () -> TinyRuntimeDiagnosis.neverCloses(close.thread()));
    return close.returns();
  }
}
