package workshop.offload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * Two callers submit a task for the last place of a pool at the same time. With a {@code
 * ThreadPoolExecutor}, this does not depend on luck: while a thread searches one of the JDK's
 * queues, it holds the queue's lock. Both callers have checked the queue by then and wait for the
 * lock.
 */
final class ConcurrentSubmits {

  /**
   * How many looks in a row must find both waiting: a thread on its way to a lock looks the same.
   */
  private static final int LOOKS = 3;

  private ConcurrentSubmits() {}

  /** Expects that at most one of two tasks is accepted. Returns its future. */
  static List<Future<?>> assertOneAccepted(int room, ExecutorService pool, Callable<String> task) {
    List<Future<?>> accepted = Collections.synchronizedList(new ArrayList<>());
    Consumer<Future<?>> taken = accepted::add;
    List<Call<Optional<RejectedExecutionException>>> calls = new ArrayList<>();
    Searched searched = new Searched();
    try {
      searched.keepLocked(pool);
      for (int i = 0; i < 2; i++) {
        calls.add(
            Call.start("submit for the last place", () -> FullPool.submit(pool, task, taken)));
      }
      AtomicInteger looks = new AtomicInteger();
      Await.until(
          "two callers to be done, or to wait for each other",
          () -> (allWait(calls) ? looks.incrementAndGet() : looks.getAndSet(0)) >= LOOKS);
    } finally {
      searched.end();
    }
    for (var call : calls) {
      Eventually.orElse(call::hasEnded, () -> FullPool.callerWaits(call.thread()));
      call.returns();
    }
    if (accepted.size() > 1) {
      throw Diagnosis.observed(
              "One place was left. Two callers submitted a task at the same time, and both tasks"
                  + " were accepted.")
          .means(
              "The pool has room for %d tasks and now has %d. It checks for room and adds the task in"
                      .formatted(room, room + 1)
                  + " two steps, so several callers can pass the check at the same time.")
          .nextStep(
              "Check and add in a single step: use offer() of a queue with a limit"
                  + " (ArrayBlockingQueue), or tryAcquire() of a Semaphore.");
    }
    return accepted;
  }

  private static boolean allWait(List<? extends Call<?>> calls) {
    return calls.stream()
        .allMatch(call -> call.hasEnded() || ThreadSnapshot.of(call.thread()).isParked());
  }

  /** A queue that is searched for this object holds its lock until {@link #end}. */
  private static final class Searched implements Runnable {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Returns once the queue is locked. If it cannot be locked, the two callers meet only by luck.
     */
    void keepLocked(ExecutorService pool) {
      if (pool instanceof ThreadPoolExecutor open) {
        Thread search =
            Thread.ofPlatform().name("search").daemon().start(() -> open.getQueue().contains(this));
        Await.until(
            "the search in the queue of the pool",
            () -> begun.getCount() == 0 || !search.isAlive());
      }
    }

    void end() {
      ended.countDown();
    }

    @Override
    public void run() {
      throw new IllegalStateException("searched for, never submitted");
    }

    @Override
    public boolean equals(Object other) {
      begun.countDown();
      Await.latch("the end of the search in the queue", ended);
      return other == this;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
