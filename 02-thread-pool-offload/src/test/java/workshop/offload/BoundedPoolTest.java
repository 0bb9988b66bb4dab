package workshop.offload;

import static workshop.testkit.disk.DiskAssert.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Standstill;

@ExerciseSuite
class BoundedPoolTest {

  private static final int THREADS = 3;
  private static final int PLACES = 2;
  private static final int ROOM = THREADS + PLACES;

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
      throw Teaching.saw("A task of the pool \"storeroom\" ran on a " + is + ".")
          .means(
              "In a thread dump or a log of a real program, nobody would find these threads again.")
          .todo("Thread.ofPlatform().name(\"storeroom-\", 1).factory() makes storeroom-1, -2 …");
    }
    if (worker.isDaemon()) {
      throw Teaching.saw("A task of the pool ran on a " + is + ".")
          .means("The JVM does not wait for daemons: it may end in the middle of their writing.")
          .todo("Make threads that are no daemons; a pool is closed when it is done.");
    }
  }

  @Test
  @Order(2)
  void as_many_work_at_once_as_there_are_threads(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(THREADS, disk, pool);

      Standstill.unlessAtOnce(held, THREADS);
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(3)
  void one_more_than_there_is_room_for_is_refused_at_once(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool);
      held.awaitArrivals(THREADS);

      RejectedExecutionException refusal = assertRefused(disk, pool, held);

      if (!String.valueOf(refusal.getMessage()).contains("storeroom")) {
        throw Teaching.saw("The refusal said: " + refusal.getMessage())
            .means("A program has many pools. Which one was full, and how many did it hold?")
            .todo("Give the pool a RejectedExecutionHandler that names the pool and its limits.")
            .because(refusal);
      }
      held.open();
      awaitAll(orders);
    }
  }

  @Test
  @Order(4)
  void all_that_was_accepted_is_done_by_no_more_threads_than_allowed(Disk disk) throws Exception {
    Newcomers workers = Newcomers.called("storeroom-");
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool);
      held.awaitArrivals(THREADS);

      List<String> alive = workers.alive();
      if (alive.size() > THREADS) {
        throw Teaching.saw(
                "%d threads are alive for a limit of %d: %s"
                    .formatted(alive.size(), THREADS, alive))
            .means("More operations in flight than allowed: what waits should wait in the queue.")
            .todo("Let core and maximum size both be the number of threads.");
      }
      held.open();
      awaitAll(orders);
      assertThat(disk).neverMoreInFlightThan(THREADS, Op.OPEN, Op.READ);
    }
    assertOnceEach(ROOM, disk);
  }

  @Test
  @Order(5)
  void however_many_come_it_never_holds_more_and_later_has_room_again(Disk disk) throws Exception {
    try (ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<?>> orders = accept(ROOM, disk, pool);
      held.awaitArrivals(THREADS);

      for (int i = 0; i < 100; i++) {
        assertRefused(disk, pool, held);
      }
      held.open();
      awaitAll(orders);
      assertOnceEach(ROOM, disk);

      // No more than there are places: an idle thread still has to fetch its task from the queue.
      awaitAll(accept(PLACES, disk, pool));
    }
  }

  @Test
  @Order(6)
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
  @Order(7)
  void after_shutdown_it_refuses_with_its_name_too() {
    ExecutorService pool = pools.open("storeroom", THREADS, PLACES);
    pool.shutdown();

    try {
      pool.submit(() -> "too late");
    } catch (RejectedExecutionException expected) {
      if (String.valueOf(expected.getMessage()).contains("storeroom")) {
        return;
      }
      throw Teaching.saw("After shutdown the refusal said: " + expected.getMessage())
          .means("The reader cannot tell which pool this was.")
          .todo("Let the refusal name the pool, and say that it is shut down.")
          .because(expected);
    }
    throw Teaching.saw("After shutdown a task was accepted without a word.")
        .means("It will never run, and whoever waits for its future waits forever.")
        .todo("Refuse with a RejectedExecutionException.");
  }

  /** Submits {@code count} reads, each of a file of its own. */
  private static List<Future<?>> accept(int count, Disk disk, ExecutorService pool) {
    List<Future<?>> orders = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String name = "order-" + i + ".txt";
      disk.seed(name, "soup");
      try {
        orders.add(pool.submit(() -> Files.readString(disk.path(name))));
      } catch (RejectedExecutionException early) {
        throw Teaching.saw("Task %d of %d was refused: %s".formatted(i, count, early.getMessage()))
            .means(
                "%d threads and %d places have room for %d."
                    .formatted(THREADS, PLACES, THREADS + PLACES))
            .todo("Give the queue as many places as were asked for.")
            .because(early);
      }
    }
    return orders;
  }

  private static RejectedExecutionException assertRefused(
      Disk disk, ExecutorService pool, Gate held) throws Exception {
    disk.seed("one-too-many.txt", "soup");
    Optional<RejectedExecutionException> refusal =
        Caller.call("submit with all places taken", () -> submitOneTooMany(disk, pool))
            .returnsWhileHeld(held);
    return refusal.orElseThrow(() ->
        Teaching.saw("The pool has room for %d tasks, and accepted one more.".formatted(ROOM))
            .means(
                "Either it is never done, or orders pile up without a limit until memory runs"
                    + " out.")
            .todo("Limit the queue (ArrayBlockingQueue) and refuse what does not fit."));
  }

  private static Optional<RejectedExecutionException> submitOneTooMany(
      Disk disk, ExecutorService pool) {
    try {
      pool.submit(() -> Files.readString(disk.path("one-too-many.txt")));
      return Optional.empty();
    } catch (RejectedExecutionException refusal) {
      return Optional.of(refusal);
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
      throw Teaching.saw("%d tasks were accepted, %d files were read.".formatted(count, opened))
          .means("An accepted task is a promise, a refused one is none: here some were mixed up.")
          .todo("Do each accepted task once, and nothing of a refused one.")
          .evidence("On the disk", disk.recording());
    }
  }
}
