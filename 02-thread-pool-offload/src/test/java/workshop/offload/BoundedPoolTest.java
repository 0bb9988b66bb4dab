package workshop.offload;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

@ExerciseSuite
class BoundedPoolTest {

  private static final int THREADS = 3;
  private static final int PLACES = 2;
  private static final int ROOM = THREADS + PLACES;

  private static final List<String> NAMES =
      IntStream.rangeClosed(1, THREADS).mapToObj(i -> "storeroom-" + i).toList();

  /** So often in a row no thread waits by chance. */
  private static final int REFUSALS = 5;

  private final BoundedPool pools = Answer.of(BoundedPool.class);

  @Test
  @Order(1)
  void its_threads_are_platform_threads_that_bear_its_name() throws Exception {
    Thread worker;
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES)) {
      worker = Await.result("the first task", pool.submit(Thread::currentThread));
    }

    String is =
        "%s thread%s named \"%s\""
            .formatted(
                worker.isVirtual() ? "virtual" : "platform",
                worker.isVirtual() || !worker.isDaemon() ? "" : ", a daemon,",
                worker.getName());
    if (worker.isVirtual() || !worker.getName().matches("storeroom-\\d+")) {
      throw Diagnosis.observed("A task of the pool \"storeroom\" ran on a " + is + ".")
          .means(
              "In a thread dump or a log you would not find the threads of this pool, and virtual"
                  + " threads keep their carriers in a file operation.")
          .nextStep(
              "Thread.ofPlatform().name(\"storeroom-\", 1).factory() makes storeroom-1, -2 …");
    }
    if (worker.isDaemon()) {
      throw Diagnosis.observed("A task of the pool ran on a " + is + ".")
          .means("The JVM does not wait for daemons: it may end in the middle of a write.")
          .nextStep(
              "Create threads that are no daemons, and close the pool when its work is done.");
    }
  }

  @Test
  @Order(2)
  void its_threads_are_no_daemons_whoever_submits() throws Exception {
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES)) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> pool.execute(() -> worker.complete(Thread.currentThread())));
      Await.result("a task that a daemon submitted", worker);
    }

    if (worker.join().isDaemon()) {
      throw BoundedPoolDiagnosis.inheritedDaemon();
    }
  }

  @Test
  @Order(3)
  void as_many_work_at_once_as_there_are_threads(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(THREADS, disk, pool, held);

      Eventually.orElse(
          () -> held.waiting() == THREADS,
          () ->
              Diagnosis.observed(
                      "%d tasks were accepted, %d threads are allowed, and at work at once: %d."
                          .formatted(THREADS, THREADS, held.waiting()))
                  .means(
                      "The others wait: this runs one after another. A ThreadPoolExecutor starts a"
                          + " thread above its core size only once the queue is full.")
                  .nextStep("Let core size and maximum size both be the number of threads.")
                  .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode()));
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(4)
  void each_thread_has_a_name_of_its_own(Disk disk) throws Exception {
    StartedThreads workers = StartedThreads.named("storeroom-");
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(THREADS, disk, pool, held);
      held.awaitArrivals(THREADS);

      List<String> names = workers.alive();
      if (Set.copyOf(names).size() == THREADS && !names.equals(NAMES)) {
        throw BoundedPoolDiagnosis.otherNames(names, NAMES);
      }
      if (Set.copyOf(names).size() < names.size()) {
        throw Diagnosis.observed("%d threads of the pool are called: %s".formatted(THREADS, names))
            .means("In a thread dump you cannot tell one from the other.")
            .nextStep("Number them: Thread.ofPlatform().name(\"storeroom-\", 1) counts by itself.");
      }
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(5)
  void one_more_than_there_is_room_for_is_refused_at_once(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      FullPool.Refusal refusal = FullPool.assertRefused(REFUSALS, orders, disk, pool, held);

      if (refusal.waits() >= REFUSALS) {
        throw Diagnosis.observed(
                ("%d tasks were refused, and before that the caller slept or waited %d times:"
                        + " you blocked the caller.")
                    .formatted(REFUSALS, refusal.waits()))
            .means("A caller that must never wait stands still, and is refused in the end.")
            .nextStep("Refuse at once: throw, without a timed offer() and without a sleep.")
            .because(refusal.error());
      }
      FullPool.assertSaysWhoAndWhy("With all places taken", refusal.error());
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(6)
  void all_that_was_accepted_is_done_by_no_more_threads_than_allowed(Disk disk) throws Exception {
    StartedThreads workers = StartedThreads.named("storeroom-");
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      List<String> alive = workers.alive();
      if (alive.size() > THREADS) {
        throw Diagnosis.observed(
                "%d threads are alive for a limit of %d: %s"
                    .formatted(alive.size(), THREADS, alive))
            .means("More operations in flight than allowed: what waits should wait in the queue.")
            .nextStep("Let core and maximum size both be the number of threads.");
      }
      held.open();
      awaitAll(orders);
      assertThat(disk).neverMoreInFlightThan(THREADS, Op.OPEN, Op.READ);
    }
    assertOnceEach(ROOM, disk);
  }

  @Test
  @Order(7)
  void however_many_come_it_never_holds_more_and_later_has_room_again(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      FullPool.assertRefused(100, orders, disk, pool, held);
      held.open();
      awaitAll(orders);
      assertOnceEach(ROOM, disk);

      // No more than there are places: an idle thread still has to fetch its task from the queue.
      awaitAll(accept(PLACES, disk, pool));
    }
  }

  @Test
  @Order(8)
  void two_callers_do_not_share_the_last_place(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM - 1, disk, pool, held);
      held.awaitArrivals(THREADS);

      disk.seed("the-last.txt", "soup");
      orders.addAll(
          ConcurrentSubmits.assertOneAccepted(
              ROOM, pool, () -> Files.readString(disk.path("the-last.txt"))));
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(9)
  void a_task_of_the_pool_is_refused_like_any_other(Disk disk) throws Exception {
    CountDownLatch full = new CountDownLatch(1);
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      Future<Boolean> asking =
          pool.submit(() -> {
            Await.latch("the pool to be full", full);
            try {
              pool.execute(() -> {});
              return false;
            } catch (RejectedExecutionException refused) {
              return true;
            }
          });
      List<Future<?>> orders = accept(ROOM - 1, disk, pool, held, THREADS - 1);
      held.awaitArrivals(THREADS - 1);
      full.countDown();

      boolean refused = Await.result("a task that asks its own pool for one more", asking);
      held.open();
      awaitAll(orders);
      if (!refused) {
        throw BoundedPoolDiagnosis.notRefusedFromInside();
      }
    }
  }

  @Test
  @Order(10)
  void each_pool_has_limits_of_its_own(Disk disk) throws Exception {
    try (ExecutorService first = pools.open("storeroom", THREADS, PLACES);
        ExecutorService second = pools.open("cellar", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = new ArrayList<>(accept(ROOM, disk, first, held));
      held.awaitArrivals(THREADS);

      List<Future<?>> others = new ArrayList<>();
      for (int i = 0; i < ROOM; i++) {
        if (FullPool.submit(second, () -> Files.readString(disk.path("order-1.txt")), others::add)
            .isPresent()) {
          throw BoundedPoolDiagnosis.shared();
        }
        int begun = Math.min(THREADS, i + 1);
        Eventually.holds(() -> held.waiting() >= THREADS + begun);
      }
      held.open();
      orders.addAll(others);
      awaitAll(orders);
    }
  }

  @Test
  @Order(11)
  void a_task_that_throws_costs_neither_a_thread_nor_a_place(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES)) {
      for (int i = 0; i < ROOM + 1; i++) {
        CountDownLatch ran = new CountDownLatch(1);
        pool.execute(() -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {}); // prints nothing
          ran.countDown();
          throw new InternalError("simulated by the suite");
        });
        if (!Eventually.holds(() -> ran.getCount() == 0)) {
          throw BoundedPoolDiagnosis.noTaskRuns(i);
        }
      }
      try (Gate held = disk.hold(Op.OPEN)) {
        List<Future<?>> orders = accept(ROOM, disk, pool, held);
        if (!Eventually.holds(() -> held.waiting() == THREADS)) {
          throw BoundedPoolDiagnosis.lostThreads(ROOM + 1, held.waiting(), THREADS);
        }
        held.open();
        awaitAll(orders);
      }
    }
  }

  @Test
  @Order(12)
  void a_task_that_ends_in_an_error_costs_no_place(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES)) {
      for (int i = 0; i < 2 * ROOM; i++) {
        Future<?> failing =
            pool.submit(() -> {
              throw new StackOverflowError("simulated by the suite");
            });
        Await.failure("task %d, which threw an Error,".formatted(i + 1), failing);
      }

      awaitAll(accept(PLACES, disk, pool));
    }
  }

  @Test
  @Order(13)
  void after_shutdown_it_refuses_with_its_name_too_and_says_so(Disk disk) throws Exception {
    String full;
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);
      full = FullPool.said(FullPool.assertRefused(1, orders, disk, pool, held).error());
      held.open();
      awaitAll(orders);
      pool.shutdown();

      RejectedExecutionException refusal =
          FullPool.submit(pool, () -> "too late", unseen -> {})
              .orElseThrow(() ->
                  Diagnosis.observed("After shutdown a task was accepted without a word.")
                      .means("It will never run, and whoever waits for its future waits forever.")
                      .nextStep("Refuse with a RejectedExecutionException."));

      FullPool.assertSaysWhoAndWhy("After shutdown", refusal);
      if (FullPool.said(refusal).equals(full)) {
        throw Diagnosis.observed("Full, and after shutdown, the refusal says the same: " + full)
            .means("Who hears \"full\" tries again later, and never succeeds.")
            .nextStep("Let the refusal say which of the two it is: pool.isShutdown() tells.")
            .because(refusal);
      }
    }
  }

  /** Submits {@code count} reads, each of a file of its own. */
  private static List<Future<?>> accept(int count, Disk disk, ExecutorService pool, Gate held) {
    return accept(count, disk, pool, held, THREADS);
  }

  /** Lets {@code threads} tasks reach the disk one by one: an idle thread has to fetch its task. */
  private static List<Future<?>> accept(
      int count, Disk disk, ExecutorService pool, Gate held, int threads) {
    List<Future<?>> orders = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      orders.add(accept(i, count, disk, pool));
      int begun = i;
      if (begun <= threads) {
        Eventually.holds(() -> held.waiting() >= begun);
      }
    }
    return orders;
  }

  private static List<Future<?>> accept(int count, Disk disk, ExecutorService pool) {
    List<Future<?>> orders = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      orders.add(accept(i, count, disk, pool));
    }
    return orders;
  }

  private static Future<?> accept(int number, int count, Disk disk, ExecutorService pool) {
    String name = "order-" + number + ".txt";
    disk.seed(name, "soup");
    try {
      return pool.submit(() -> Files.readString(disk.path(name)));
    } catch (RejectedExecutionException early) {
      throw BoundedPoolDiagnosis.refusedTooEarly(number, count, THREADS, PLACES, early);
    }
  }

  private static void awaitAll(List<Future<?>> orders) throws Exception {
    for (int i = 0; i < orders.size(); i++) {
      Await.result("task %d, which was accepted,".formatted(i + 1), orders.get(i));
    }
  }

  private static void assertOnceEach(int count, Disk disk) {
    long opened = disk.recording().only(Op.OPEN).events().size();
    if (opened != count) {
      throw Diagnosis.observed(
              "%d tasks were accepted, %d files were read.".formatted(count, opened))
          .means("An accepted task is a promise, a refused one is none: here some were mixed up.")
          .nextStep("Do each accepted task once, and nothing of a refused one.")
          .evidence("On the disk", disk.recording());
    }
  }
}
