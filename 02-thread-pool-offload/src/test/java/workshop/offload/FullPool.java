package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Submits tasks to a full pool, and says what the pool does instead of rejecting them. */
final class FullPool {

  private FullPool() {}

  /** Returns an open pool that has no room and counts the tasks that it rejects. */
  static ExecutorService rejecting(AtomicInteger refusals) {
    return new ThreadPoolExecutor(1, 1, 0, SECONDS, new SynchronousQueue<>()) {
      @Override
      public void execute(Runnable task) {
        refusals.incrementAndGet();
        throw new RejectedExecutionException("the disk pool is full");
      }
    };
  }

  /** The last rejection, and how often the caller slept or waited before it. */
  record Rejection(RejectedExecutionException error, long waits) {}

  /** Expects {@code times} rejections while {@code orders} take all places. */
  static Rejection assertRejected(
      int times, List<Future<?>> orders, Disk disk, ExecutorService pool, Gate held)
      throws Exception {
    disk.seed("one-too-many.txt", "soup");
    List<Future<?>> taken = new ArrayList<>(orders);
    Call<Optional<Rejection>> call =
        Call.start("submit with all places taken", () -> submitTooMany(times, taken, disk, pool));
    Eventually.orElse(
        () -> call.hasEnded() || held.isHeldBy(call.thread()), () -> callerWaits(call.thread()));
    if (held.isHeldBy(call.thread())) {
      throw callerWorks(call.thread());
    }
    Optional<Rejection> refusal = call.returns();
    if (refusal.isEmpty() || taken.size() > orders.size()) {
      throw tooMany(taken, orders.size(), refusal.isPresent(), held);
    }
    return refusal.get();
  }

  /** Submits tasks until this many are rejected, or 20 too many are accepted. */
  private static Optional<Rejection> submitTooMany(
      int times, List<Future<?>> taken, Disk disk, ExecutorService pool) {
    Optional<RejectedExecutionException> refusal = Optional.empty();
    int most = taken.size() + 20;
    long before = Waits.ofTheCurrentThread();
    for (int refused = 0; refused < times && taken.size() < most; ) {
      refusal = submit(pool, () -> Files.readString(disk.path("one-too-many.txt")), taken::add);
      refused += refusal.isPresent() ? 1 : 0;
    }
    long waits = Waits.ofTheCurrentThread() - before;
    return refusal.map(error -> new Rejection(error, waits));
  }

  /**
   * Returns the rejection. If the pool accepted the task, returns empty, and {@code accepted} has
   * the task's future.
   */
  static Optional<RejectedExecutionException> submit(
      ExecutorService pool, Callable<String> task, Consumer<Future<?>> accepted) {
    try {
      accepted.accept(pool.submit(task));
      return Optional.empty();
    } catch (RejectedExecutionException refusal) {
      return Optional.of(refusal);
    } catch (StackOverflowError endless) {
      throw Diagnosis.observed("The full pool called itself until the stack overflowed.")
          .means(
              "If a RejectedExecutionHandler calls execute() again, the full pool calls the"
                  + " handler again.")
          .nextStep("Let the RejectedExecutionHandler throw a RejectedExecutionException.");
    } catch (RuntimeException other) {
      throw Diagnosis.observed("The pool rejected a task with the wrong exception: " + other)
          .means(
              "Callers of an executor expect a RejectedExecutionException, and catch nothing else.")
          .nextStep("Throw a RejectedExecutionException.")
          .because(other);
    }
  }

  static Diagnosis callerWaits(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "You blocked the caller: the pool is full, and submit() waits.\nThe thread " + where)
        .means("If the caller is an event loop, everything that runs on it stops.")
        .nextStep("Do not wait for a place" + at(where) + ": throw at once.")
        .evidence("Where the caller is", where.trace());
  }

  private static Diagnosis callerWorks(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "You blocked the caller: the pool is full, and the caller's thread runs the task%s."
                .formatted(at(where)))
        .means("If the caller is an event loop, it now waits for the disk.")
        .nextStep(
            "Reject what does not fit: throw a RejectedExecutionException, and do not run the"
                + " task.")
        .evidence("Where the caller is", where.trace());
  }

  /**
   * Where the caller waited or worked because the pool was full: a learner's line, or a policy of
   * the JDK.
   */
  private static String at(ThreadSnapshot where) {
    for (StackTraceElement frame : where.stack()) {
      String type = frame.getClassName();
      if (type.endsWith("Policy")) {
        return ", by the " + type.substring(type.lastIndexOf('$') + 1) + " that you gave the pool";
      }
      if (type.startsWith("workshop.offload.") && !isSuites(type)) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  private static boolean isSuites(String type) {
    return type.startsWith(BoundedPoolTest.class.getName())
        || type.startsWith(FullPool.class.getName())
        || type.startsWith(ConcurrentSubmits.class.getName());
  }

  /** The pool accepted too many tasks. Opens the gate to see whether it kept or dropped them. */
  private static Diagnosis tooMany(
      List<Future<?>> taken, int room, boolean refusedInTheEnd, Gate held) {
    held.open();
    try {
      Eventually.orElse(
          () -> taken.stream().allMatch(Future::isDone),
          () -> dropped(taken, room, refusedInTheEnd));
    } catch (Diagnosis dropped) {
      return dropped;
    }
    if (taken.stream().anyMatch(Future::isCancelled)) {
      return dropped(taken, room, refusedInTheEnd);
    }
    Diagnosis.Meaning piledUp =
        Diagnosis.observed(
                "The pool has room for %d tasks, but it accepted %d%s."
                    .formatted(room, taken.size(), refusedInTheEnd ? "" : " and rejected none"))
            .means("While the disk is slow, tasks pile up until the memory is full.");
    return refusedInTheEnd
        ? piledUp.nextStep(
            "The limit is wrong: give the queue as many places as the caller of open() asked for.")
        : piledUp.nextStep(
            "Limit both the threads and the queue (ArrayBlockingQueue), and reject what does not"
                + " fit.");
  }

  private static Diagnosis dropped(List<Future<?>> taken, int room, boolean refusedInTheEnd) {
    long ran = taken.stream().filter(task -> task.isDone() && !task.isCancelled()).count();
    boolean canceled = taken.stream().anyMatch(Future::isCancelled);
    return Diagnosis.observed(
            "The pool has room for %d tasks. It accepted %d, and only %d of them ran."
                .formatted(room, taken.size(), ran))
        .means(
            canceled
                ? "The pool dropped accepted tasks to make room, and their work is lost."
                : "The pool dropped the other tasks silently: a caller that waits for one of them"
                    + " waits forever.")
        .nextStep(
            "To reject a task, let the RejectedExecutionHandler throw a RejectedExecutionException"
                + (refusedInTheEnd ? " each time." : "."));
  }

  /** Expects that a pool that has just rejected {@code submit} rejects {@code execute} as well. */
  static void assertRejectsExecute(ExecutorService pool) {
    try {
      Call.start("execute with all places taken", () -> pool.execute(() -> {})).returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw Diagnosis.observed(
            "The full pool rejected a task from submit(), but accepted one from execute().")
        .means("Tasks that come through execute() pile up until the memory is full.")
        .nextStep("Put the limit into execute(), which submit() calls as well.");
  }

  static void assertSaysWhoAndWhy(String when, RejectedExecutionException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (!message.contains("storeroom")) {
      throw Diagnosis.observed(
              "%s the exception did not name the pool: %s".formatted(when, message))
          .means(
              "A program may have many pools. Its log would not say which one rejected the task.")
          .nextStep(
              "Give the pool a RejectedExecutionHandler whose exception names the pool and the"
                  + " reason.")
          .because(refusal);
    }
    if (!message.replace("storeroom", "").matches("(?s).*\\p{L}.*")) {
      throw Diagnosis.observed("%s the exception gave no reason: %s".formatted(when, message))
          .means("The log of a program would not say whether the pool was full or shut down.")
          .nextStep("Name the pool and the reason in the message of the exception.")
          .because(refusal);
    }
  }

  /** The message of a rejection, without the hash codes that differ from task to task. */
  static String said(RejectedExecutionException refusal) {
    return String.valueOf(refusal.getMessage()).replaceAll("(@|0x)[0-9a-f]+", "");
  }
}
