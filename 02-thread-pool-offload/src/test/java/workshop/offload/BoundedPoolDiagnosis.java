package workshop.offload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-2. */
final class BoundedPoolDiagnosis {

  private BoundedPoolDiagnosis() {}

  static Diagnosis refusedTooEarly(
      int number, int count, int threads, int places, RejectedExecutionException early) {
    return Diagnosis.observed(
            "Task %d of %d was rejected: %s".formatted(number, count, early.getMessage()))
        .means(
            "%d threads and %d places in the queue have room for %d tasks."
                .formatted(threads, places, threads + places))
        .nextStep("Give the queue as many places as the caller asked for.")
        .because(early);
  }

  static Diagnosis fewerThreads(int threads, int running) {
    return Diagnosis.observed(
            "The pool accepted %d tasks and may have %d threads, but only %d of the tasks can run."
                .formatted(threads, threads, running))
        .means(
            "The other tasks wait. A ThreadPoolExecutor starts a thread above its core size only"
                + " once the queue is full.")
        .nextStep("Set both the core size and the maximum size to the number of threads.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  /** Submits {@code count} tasks to a pool that is empty again after it has rejected many. */
  static List<Future<?>> assertRoomAgain(int count, Supplier<Future<?>> submit) {
    List<Future<?>> accepted = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        accepted.add(submit.get());
      }
    } catch (RejectedExecutionException refusal) {
      throw Diagnosis.observed(
              "After many rejections the pool was empty again, but it still rejected a task: "
                  + refusal.getMessage())
          .means("A rejected task still counts as if it were in the pool.")
          .nextStep("When you reject a task, subtract it from your count again.")
          .because(refusal);
    }
    return accepted;
  }

  /**
   * Returns what {@code submit} returns. The pool must accept the task after {@code failed} tasks.
   */
  static <T> T assertAccepted(int failed, Supplier<T> submit) {
    try {
      return submit.get();
    } catch (RejectedExecutionException refusal) {
      throw lostPlaces(failed, refusal);
    }
  }

  static void assertAccepted(int failed, Runnable execute) {
    assertAccepted(
        failed,
        () -> {
          execute.run();
          return failed;
        });
  }

  private static Diagnosis lostPlaces(int failed, RejectedExecutionException refusal) {
    return Diagnosis.observed(
            "After %d tasks had thrown an Error, the empty pool rejected a task: %s"
                .formatted(failed, refusal.getMessage()))
        .means("A task that fails keeps its place forever.")
        .nextStep("Release the place in a finally block, no matter what the task throws.")
        .because(refusal);
  }

  static Diagnosis notRefusedFromInside() {
    return Diagnosis.observed(
            "The pool was full, but a task from one of its own threads was not rejected.")
        .means(
            "Either the limit does not apply to the pool's own threads, or these threads run the"
                + " task at once.")
        .nextStep("Reject tasks from every caller, including the pool's own threads.");
  }

  static Diagnosis shared() {
    return Diagnosis.observed(
            "When one pool was full, another pool, which was empty, rejected a task.")
        .means("The two pools share a queue or a counter.")
        .nextStep("Create the queue and the counters in open(), not in static fields.");
  }

  static void assertSaysThatItIsShutDown(ExecutorService pool, String full) {
    RejectedExecutionException refusal =
        FullPool.submit(pool, () -> "too late", unseen -> {})
            .orElseThrow(() ->
                Diagnosis.observed("After shutdown(), the pool accepted a task without an error.")
                    .means(
                        "The task never runs, and a caller that waits for its future waits forever.")
                    .nextStep(
                        "After shutdown(), reject every task with a RejectedExecutionException."));

    FullPool.assertSaysWhoAndWhy("After shutdown(),", refusal);
    if (FullPool.said(refusal).equals(full)) {
      throw Diagnosis.observed(
              "The exception has the same message when the pool is full and when it is shut down: "
                  + full)
          .means("A caller that reads \"full\" tries again later, and never succeeds.")
          .nextStep(
              "Say in the message whether the pool is full or shut down: pool.isShutdown() tells"
                  + " you.")
          .because(refusal);
    }
  }

  static Diagnosis otherPlaces() {
    return Diagnosis.observed(
            "After another pool with more places was opened, the first pool has more places as"
                + " well.")
        .means("All pools share one limit, and the last pool that was opened sets it.")
        .nextStep("Keep each pool's limits in the pool itself, not in static fields.");
  }

  static void assertNamesItself(RejectedExecutionException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (!message.contains("storeroom")) {
      throw Diagnosis.observed(
              "After other pools were opened, the exception of the pool \"storeroom\" no longer"
                  + " contains its name: "
                  + message)
          .means(
              "All pools share one name, and the last pool that was opened sets it. A log would"
                  + " blame the wrong pool.")
          .nextStep("Use the name that was passed to open(), and do not keep it in a field.")
          .because(refusal);
    }
  }

  static Diagnosis openedBefore() {
    return Diagnosis.observed(
            "open() was called twice with the same name. When the first pool was full, the second"
                + " one, which was empty, rejected a task.")
        .means("Both are one pool, with the limits of the first call, or they share a queue.")
        .nextStep("Create a new pool in each call of open(), even if the name is the same.");
  }

  static Diagnosis otherSize(List<String> threads) {
    return Diagnosis.observed("A pool was opened with 1 thread, but it has started " + threads)
        .means("The limits are hard-coded, or they are those of another pool.")
        .nextStep("In each call, use the numbers of threads and places that are passed to open().");
  }

  static Diagnosis noTaskRuns(int i) {
    return Diagnosis.observed(
            "After %d tasks had thrown an Error, the next task never ran.".formatted(i))
        .means("Each failed task used up a thread or a place in the queue, until none was left.")
        .nextStep("Release what a task uses in a finally block, and replace a thread that ends.");
  }

  static Diagnosis lostThreads(int tasks, int working, int threads) {
    return Diagnosis.observed(
            "After %d tasks had thrown an Error, only %d of %d threads run tasks."
                .formatted(tasks, working, threads))
        .means("Each failed task costs the pool a thread, until none is left.")
        .nextStep("Catch Throwable around each task, or start a new thread when one ends.");
  }

  static Diagnosis otherNames(List<String> names, List<String> expected) {
    return Diagnosis.observed("The threads of the pool \"storeroom\" are called " + names)
        .means(
            "In thread dumps and logs, people look for the threads by their names and expect "
                + expected
                + ".")
        .nextStep(
            "Count from 1 in each pool, as Thread.ofPlatform().name(\"storeroom-\", 1) does.");
  }

  static Diagnosis inheritedDaemon() {
    return Diagnosis.observed(
            "A daemon thread submitted the first task, and the pool's thread became a daemon.")
        .means(
            "A new thread is a daemon if the thread that creates it is one. The JVM does not wait"
                + " for daemons, so it may exit in the middle of a write.")
        .nextStep("Set the daemon flag in the thread factory: Thread.ofPlatform().daemon(false).");
  }

  static void assertOnceEach(int count, Disk disk) {
    long opened = disk.recording().only(Op.OPEN).events().size();
    if (opened != count) {
      throw Diagnosis.observed(
              "The pool accepted %d tasks, but %d tasks ran.".formatted(count, opened))
          .means("A task that is accepted must run once. A task that is rejected must not run.")
          .nextStep("Let the pool run its tasks. A RejectedExecutionHandler should only throw.")
          .evidence("On the disk", disk.recording());
    }
  }
}
