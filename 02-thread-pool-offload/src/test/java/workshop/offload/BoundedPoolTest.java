package workshop.offload;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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

@ExerciseSuite
class BoundedPoolTest {

  private static final int THREADS = 3;
  private static final int PLACES = 2;
  private static final int ROOM = THREADS + PLACES;

  private static final List<String> NAMES =
      IntStream.rangeClosed(1, THREADS).mapToObj(i -> "storeroom-" + i).toList();

  /** After this many rejections in a row in which a thread waited, the wait is no coincidence. */
  private static final int REJECTIONS = 5;

  private final BoundedPool pools = Answer.of(BoundedPool.class);

  @Test
  @Order(1)
  void its_threads_are_platform_threads_with_its_name() throws Exception {
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
              worker.isVirtual()
                  ? "A virtual thread in a file operation keeps its carrier, the platform thread"
                      + " that runs it."
                  : "In a thread dump or a log, you could not find the threads of this pool.")
          .nextStep(
              "Use Thread.ofPlatform().name(\"storeroom-\", 1).factory(), which names the threads"
                  + " storeroom-1, storeroom-2 and so on.");
    }
    if (worker.isDaemon()) {
      throw Diagnosis.observed("A task of the pool ran on a " + is + ".")
          .means("The JVM does not wait for daemons: it may exit in the middle of a write.")
          .nextStep(
              "Create threads that are not daemons, and close the pool when its work is done.");
    }
  }

  @Test
  @Order(2)
  void its_threads_are_not_daemons_even_if_a_daemon_submits() throws Exception {
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
  void as_many_tasks_run_at_once_as_there_are_threads(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(THREADS, disk, pool, held);

      Eventually.orElse(
          () -> held.waiting() == THREADS,
          () -> BoundedPoolDiagnosis.fewerThreads(THREADS, held.waiting()));
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(4)
  void each_thread_has_its_own_name(Disk disk) throws Exception {
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
        throw Diagnosis.observed("Several threads of the pool have the same name: " + names)
            .means("In a thread dump, you cannot tell the threads apart.")
            .nextStep("Number the threads: Thread.ofPlatform().name(\"storeroom-\", 1) does that.");
      }
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(5)
  void a_task_without_a_free_place_is_rejected_at_once(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      FullPool.Rejection refusal = FullPool.assertRejected(REJECTIONS, orders, disk, pool, held);

      if (refusal.waits() >= REJECTIONS) {
        throw Diagnosis.observed(
                "You blocked the caller: it waited or slept %d times before %d tasks were rejected."
                    .formatted(refusal.waits(), REJECTIONS))
            .means(
                "If the caller is an event loop, everything that runs on it stops in the meantime.")
            .nextStep("Throw at once, without a timed offer() and without a sleep.")
            .because(refusal.error());
      }
      FullPool.assertSaysWhoAndWhy("When the pool was full,", refusal.error());
      FullPool.assertRejectsExecute(pool);
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(6)
  void all_accepted_tasks_run_on_no_more_threads_than_allowed(Disk disk) throws Exception {
    StartedThreads workers = StartedThreads.named("storeroom-");
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      List<String> alive = workers.alive();
      if (alive.size() > THREADS) {
        throw Diagnosis.observed(
                "The limit is %d threads, but %d are alive: %s"
                    .formatted(THREADS, alive.size(), alive))
            .means(
                "More tasks run at once than allowed. The tasks above the limit should wait in the"
                    + " queue.")
            .nextStep("Set both the core size and the maximum size to the number of threads.");
      }
      held.open();
      awaitAll(orders);
      assertThat(disk).neverMoreInFlightThan(THREADS, Op.OPEN, Op.READ);
    }
    BoundedPoolDiagnosis.assertOnceEach(ROOM, disk);
  }

  @Test
  @Order(7)
  void it_rejects_any_number_of_tasks_and_has_room_again_later(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);

      FullPool.assertRejected(100, orders, disk, pool, held);
      held.open();
      awaitAll(orders);
      BoundedPoolDiagnosis.assertOnceEach(ROOM, disk);

      // As many as the queue has places: an idle thread still has to fetch its task from the queue.
      Callable<String> reading = () -> Files.readString(disk.path("order-1.txt"));
      awaitAll(BoundedPoolDiagnosis.assertRoomAgain(PLACES, () -> pool.submit(reading)));
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
  void a_task_from_a_thread_of_the_pool_is_rejected_as_well(Disk disk) throws Exception {
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
  void each_pool_keeps_its_own_name_and_limits(Disk disk) throws Exception {
    StartedThreads cellar = StartedThreads.named("cellar-");
    try (ExecutorService first = pools.open("storeroom", THREADS, PLACES);
        ExecutorService second = pools.open("cellar", 1, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = new ArrayList<>(accept(ROOM, disk, first, held));
      held.awaitArrivals(THREADS);

      List<Future<?>> others = new ArrayList<>();
      Callable<String> reading = () -> Files.readString(disk.path("order-1.txt"));
      pools.open("attic", 1, PLACES + 1).close();
      RejectedExecutionException refusal =
          FullPool.submit(first, reading, others::add)
              .orElseThrow(BoundedPoolDiagnosis::otherPlaces);
      BoundedPoolDiagnosis.assertNamesItself(refusal);
      for (int i = 0; i < 1 + PLACES; i++) {
        if (FullPool.submit(second, reading, others::add).isPresent()) {
          throw BoundedPoolDiagnosis.shared();
        }
        Eventually.holds(() -> held.waiting() >= THREADS + 1);
      }
      if (cellar.alive().size() > 1) {
        throw BoundedPoolDiagnosis.otherSize(cellar.alive());
      }
      ExecutorService namesake = pools.open("storeroom", 1, PLACES);
      boolean refused = FullPool.submit(namesake, () -> "soup", others::add).isPresent();
      held.open();
      namesake.close();
      if (refused) {
        throw BoundedPoolDiagnosis.openedBefore();
      }
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
        Runnable failing =
            () -> {
              Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
              ran.countDown();
              throw new InternalError("simulated by the suite");
            };
        BoundedPoolDiagnosis.assertAccepted(i, () -> pool.execute(failing));
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
        Callable<?> failing =
            () -> {
              throw new StackOverflowError("simulated by the suite");
            };
        Future<?> failed = BoundedPoolDiagnosis.assertAccepted(i, () -> pool.submit(failing));
        Await.failure("task %d, which threw an Error,".formatted(i + 1), failed);
      }

      disk.seed("order.txt", "soup");
      Callable<String> reading = () -> Files.readString(disk.path("order.txt"));
      for (int i = 0; i < PLACES; i++) {
        Await.result(
            "a task submitted after others had failed",
            BoundedPoolDiagnosis.assertAccepted(2 * ROOM, () -> pool.submit(reading)));
      }
    }
  }

  @Test
  @Order(13)
  void the_exception_after_shutdown_says_that_the_pool_is_shut_down(Disk disk) throws Exception {
    String full;
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool, held);
      held.awaitArrivals(THREADS);
      full = FullPool.said(FullPool.assertRejected(1, orders, disk, pool, held).error());
      pool.shutdown(); // the accepted tasks are still running
      BoundedPoolDiagnosis.assertSaysThatItIsShutDown(pool, full);
      held.open();
      awaitAll(orders);
      Await.until("the end of the pool", pool::isTerminated);
      BoundedPoolDiagnosis.assertSaysThatItIsShutDown(pool, full);
    }
  }

  /** Submits {@code count} reads, each of a different file. */
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
}
