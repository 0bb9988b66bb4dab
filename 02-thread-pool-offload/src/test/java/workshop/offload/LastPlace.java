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
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * Two callers who ask for the last place of a pool, so that neither is done before the other has
 * begun. That needs no luck where the pool shows its queue: whoever searches a queue of the library
 * has its lock, and so whoever adds to it has looked already, and waits.
 */
final class LastPlace {

  /** How often in a row both must stand still; one on its way to a lock looks still, too. */
  private static final int LOOKS = 3;

  private LastPlace() {}

  /** Expects that not both are accepted; returns the future of the one who is. */
  static List<Future<?>> assertTakenOnce(int room, ExecutorService pool, Callable<String> task) {
    List<Future<?>> accepted = Collections.synchronizedList(new ArrayList<>());
    Consumer<Future<?>> taken = accepted::add;
    List<Call<Optional<RejectedExecutionException>>> calls = new ArrayList<>();
    Searched searched = new Searched();
    try {
      searched.keepLocked(pool);
      for (int i = 0; i < 2; i++) {
        calls.add(
            Caller.call("submit for the last place", () -> FullPool.submit(pool, task, taken)));
      }
      AtomicInteger looks = new AtomicInteger();
      Await.until(
          "two callers to be done, or to wait for each other",
          () -> (allStand(calls) ? looks.incrementAndGet() : looks.getAndSet(0)) >= LOOKS);
    } finally {
      searched.end();
    }
    for (var call : calls) {
      Eventually.orElse(call::isBack, () -> FullPool.callerWaits(call.thread()));
      call.returns();
    }
    if (accepted.size() > 1) {
      throw Diagnosis.observed(
              "One place was left, two callers asked for it at once, and both were accepted: %d tasks"
                      .formatted(room + 1)
                  + " in a pool with room for %d.".formatted(room))
          .means(
              "A thread that looks first and adds later decides by what was true "
            + "a moment ago. With"
                  + " many callers at once there is no limit.")
          .nextStep(
              "Let a single step look and add: offer() of a queue that has the limit itself"
                  + " (ArrayBlockingQueue), or tryAcquire() of a Semaphore.");
    }
    return accepted;
  }

  private static boolean allStand(List<? extends Call<?>> calls) {
    return calls.stream()
        .allMatch(call -> call.isBack() || ThreadSnapshot.of(call.thread()).isParked());
  }

  /** Is searched for in a queue, and takes its time to tell whether it is what was found there. */
  private static final class Searched implements Runnable {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Returns when the queue is locked; or cannot be, and then the two callers need luck. */
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
