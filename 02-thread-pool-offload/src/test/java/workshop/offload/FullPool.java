package workshop.offload;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Asks a pool that is full for more, and tells what it does in place of refusing. */
final class FullPool {

  private FullPool() {}

  /** What a caller was told last, and how often it slept or waited until it was told. */
  record Refusal(RejectedExecutionException error, long waits) {}

  /** Expects a refusal, {@code times} times, while all places are taken by {@code orders}. */
  static Refusal assertRefused(
      int times, List<Future<?>> orders, Disk disk, ExecutorService pool, Gate held)
      throws Exception {
    disk.seed("one-too-many.txt", "soup");
    List<Future<?>> taken = new ArrayList<>(orders);
    Call<Optional<Refusal>> call =
        Caller.call("submit with all places taken", () -> submitTooMany(times, taken, disk, pool));
    Eventually.orElse(
        () -> call.isBack() || held.isHeldBy(call.thread()), () -> callerWaits(call.thread()));
    if (held.isHeldBy(call.thread())) {
      throw callerWorks(call.thread());
    }
    Optional<Refusal> refusal = call.returns();
    if (refusal.isEmpty() || taken.size() > orders.size()) {
      throw tooMany(taken, orders.size(), refusal.isPresent(), held);
    }
    return refusal.get();
  }

  /** Goes on until it was refused so often; or, to see where it ends, with 20 that were not. */
  private static Optional<Refusal> submitTooMany(
      int times, List<Future<?>> taken, Disk disk, ExecutorService pool) {
    Optional<RejectedExecutionException> refusal = Optional.empty();
    int most = taken.size() + 20;
    long before = Waits.ofTheCurrentThread();
    for (int refused = 0; refused < times && taken.size() < most; ) {
      refusal = submit(pool, () -> Files.readString(disk.path("one-too-many.txt")), taken::add);
      refused += refusal.isPresent() ? 1 : 0;
    }
    long waits = Waits.ofTheCurrentThread() - before;
    return refusal.map(error -> new Refusal(error, waits));
  }

  /** Returns the refusal; or empty, and then {@code accepted} has the task's future. */
  static Optional<RejectedExecutionException> submit(
      ExecutorService pool, Callable<String> task, Consumer<Future<?>> accepted) {
    try {
      accepted.accept(pool.submit(task));
      return Optional.empty();
    } catch (RejectedExecutionException refusal) {
      return Optional.of(refusal);
    } catch (RuntimeException other) {
      throw Diagnosis.observed("A task that had to be refused was answered with: " + other)
          .means("Callers of an executor expect a RejectedExecutionException, and catch no other.")
          .nextStep("Throw a RejectedExecutionException, which is what \"refused\" means here.")
          .because(other);
    }
  }

  static Diagnosis callerWaits(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "The pool is full, and submit() does not come back: you blocked the caller.\n"
                + "The thread "
                + where)
        .means("If the caller is an event loop, everything that runs on it stands still.")
        .nextStep("Do not wait for a place" + at(where) + ": refuse, by throwing at once.")
        .evidence("Where the caller stands", where.trace());
  }

  private static Diagnosis callerWorks(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "The pool is full, and \"caller\" does the task itself%s: you blocked the caller."
                .formatted(at(where)))
        .means("If the caller is an event loop, it now waits for the disk.")
        .nextStep("Refuse what does not fit: throw a RejectedExecutionException, and run nothing.")
        .evidence("Where the caller stands", where.trace());
  }

  /** Where a full pool made the caller do something: a line of yours, or a policy of the JDK. */
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

  /** More was taken than there is room for: kept, or dropped? Lets the disk go to see. */
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
    Diagnosis.Meaning piledUp =
        Diagnosis.observed(
                "The pool has room for %d tasks, and accepted one more; in all it took %d%s."
                    .formatted(room, taken.size(), refusedInTheEnd ? "" : ", and went on"))
            .means("Tasks pile up, in the end until the memory is full.");
    return refusedInTheEnd
        ? piledUp.nextStep(
            "There is a limit, but not the one that was asked for: let the queue have as many places"
                + " as open() is given.")
        : piledUp.nextStep("Limit the queue (ArrayBlockingQueue) and refuse what does not fit.");
  }

  private static Diagnosis dropped(List<Future<?>> taken, int room, boolean refusedInTheEnd) {
    long done = taken.stream().filter(Future::isDone).count();
    return Diagnosis.observed(
            "The pool has room for %d tasks, and accepted one more; of %d that it took it did %d."
                .formatted(room, taken.size(), done))
        .means("The others were dropped in silence: a caller that waits for one waits forever.")
        .nextStep(
            "Refused means: throw. Let the RejectedExecutionHandler throw a"
                + " RejectedExecutionException"
                + (refusedInTheEnd ? " each time." : "."));
  }

  static void assertSaysWhoAndWhy(String when, RejectedExecutionException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (!message.contains("storeroom")) {
      throw Diagnosis.observed("%s the refusal said: %s".formatted(when, message))
          .means("A program has many pools. Which one was full, and how many did it hold?")
          .nextStep("Give the pool a RejectedExecutionHandler that names the pool, and says why.")
          .because(refusal);
    }
    if (!message.replace("storeroom", "").matches("(?s).*\\p{L}.*")) {
      throw Diagnosis.observed("%s the refusal said no more than: %s".formatted(when, message))
          .means("The reader learns which pool it was, and not why: was it full, or shut down?")
          .nextStep("Let the refusal name the pool, and say why.")
          .because(refusal);
    }
  }

  /** What a refusal says, without what the JVM makes up anew for each task. */
  static String said(RejectedExecutionException refusal) {
    return String.valueOf(refusal.getMessage()).replaceAll("(@|0x)[0-9a-f]+", "");
  }
}
