package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.TrackedExecutor;
import workshop.testkit.exercise.UncaughtExceptions;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class VirtualOrdersTest {

  /** More than any machine has carriers for virtual threads. */
  private static final int MANY = Math.max(64, 2 * Runtime.getRuntime().availableProcessors());

  private final VirtualOrders orders = Answer.of(VirtualOrders.class);

  @Test
  @Order(1)
  void each_order_is_served_in_its_place(Disk disk) {
    List<Path> files = seed(5, disk);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served = serve(files, VirtualOrdersTest::cooked, storeroom);

      assertServed(files, served);
    }
    assertThat(disk).file("order-1.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void serve_comes_back_while_the_disk_is_held(Disk disk) throws Exception {
    List<Path> files = seed(3, disk);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, storeroom, disk);

      held.open();
      assertServed(files, served);
    }
  }

  @Test
  @Order(3)
  void each_order_is_cooked_on_a_virtual_thread_of_its_own(Disk disk) {
    List<Path> files = seed(10, disk);
    Set<Thread> cooks = ConcurrentHashMap.newKeySet();

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served =
          serve(
              files,
              bytes -> {
                cooks.add(Thread.currentThread());
                return cooked(bytes);
              },
              storeroom);
      assertServed(files, served);
    }

    for (Thread cook : cooks) {
      if (!cook.isVirtual()) {
        throw Diagnosis.observed(
                "An order was cooked on the platform thread \"" + cook.getName() + "\".")
            .means(
                "Platform threads are few and dear; the ones of the storeroom are wanted back in"
                    + " the storeroom.")
            .nextStep("Start a virtual thread per order: it asks the storeroom, waits, and cooks.");
      }
    }
    if (cooks.size() != files.size()) {
      throw Diagnosis.observed(
              "%d orders, %d virtual threads.".formatted(files.size(), cooks.size()))
          .means("Orders that share a thread wait for one another.")
          .nextStep("One virtual thread per order: they are too cheap to be shared or pooled.");
    }
  }

  @Test
  @Order(4)
  void no_virtual_thread_ever_touches_the_disk(Disk disk) {
    List<Path> files = seed(10, disk);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2)) {
      Call<List<Future<String>>> call =
          Caller.call("serve", () -> orders.serve(files, VirtualOrdersTest::cooked, storeroom));
      assertServed(files, call.returns());

      assertNoneIsVirtual(disk.recording());
      OnDisk.assertDoneBy(storeroom, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(5)
  void as_many_are_in_the_storeroom_as_it_has_threads_and_no_more(Disk disk) throws Exception {
    List<Path> files = seed(MANY, disk);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(3);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, storeroom, disk);

      Standstill.unlessAtOnce(held, 3);
      held.open();
      assertServed(files, served);
    }
    assertThat(disk).neverMoreInFlightThan(3, Op.OPEN, Op.READ);
  }

  @Test
  @Order(6)
  void other_virtual_threads_go_on_while_the_disk_is_held(Disk disk) {
    List<Path> files = seed(MANY, disk);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, storeroom, disk);

      try (Heartbeat others = Heartbeat.on(Thread::startVirtualThread)) {
        others.keepsTickingWhile(held, "every other virtual thread");
      }
      held.open();
      assertServed(files, served);
    }
  }

  @Test
  @Order(7)
  void an_order_that_fails_does_not_disturb_the_others(Disk disk) {
    List<Path> files = new ArrayList<>(seed(3, disk));
    Path missing = disk.path("no-such-order.txt");
    files.set(1, missing);

    try (TrackedExecutor storeroom = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served =
          serve(
              files,
              bytes -> {
                if (new String(bytes, UTF_8).contains("order-3")) {
                  throw new IllegalStateException("burnt");
                }
                return cooked(bytes);
              },
              storeroom);

      assertServed(files.subList(0, 1), served.subList(0, 1));
      assertFailed(NoSuchFileException.class, missing.toString(), served.get(1));
      assertFailed(IllegalStateException.class, "burnt", served.get(2));
    }
  }

  @Test
  @Order(8)
  void a_storeroom_that_takes_no_more_is_no_silent_loss(Disk disk) {
    List<Path> files = seed(2, disk);
    TrackedExecutor storeroom = TrackedExecutor.withThreads(1);
    storeroom.shutdown();

    try {
      for (Future<String> order : serve(files, VirtualOrdersTest::cooked, storeroom)) {
        assertFailed(RejectedExecutionException.class, "", order);
      }
    } catch (RejectedExecutionException thrownAtOnce) {
      // As good: the caller learns of it, and at once.
    }
  }

  private List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    return Caller.call("serve", () -> orders.serve(files, cook, storeroom)).returns();
  }

  private List<Future<String>> serveWhile(
      Gate held, List<Path> files, ExecutorService storeroom, Disk disk) {
    Call<List<Future<String>>> call =
        Caller.call("serve", () -> orders.serve(files, VirtualOrdersTest::cooked, storeroom));
    Await.until("an operation to reach the disk", () -> held.waiting() > 0 || call.isBack());
    assertNoneIsVirtual(disk.recording()); // first of all: they would freeze this test as well
    List<Future<String>> served = call.returnsWhileHeld(held);
    assertNoneIsVirtual(disk.recording());
    Idleness.assertOthersHaveTheirTurn(); // before anybody misses what they would have done
    return served;
  }

  private static void assertNoneIsVirtual(Recording recording) {
    for (DiskEvent event : recording) {
      if (event.thread().virtual()) {
        throw Diagnosis.observed(
                "%s of %s ran on a virtual thread."
                    .formatted(event.op(), event.file().getFileName()))
            .means(
                "In a blocked file operation a virtual thread keeps its carrier. There are as many"
                    + " carriers as cores: so many slow reads, and every virtual thread of the"
                    + " program stands still.")
            .nextStep("Let the storeroom's platform threads do the file operation.")
            .evidence("On the disk", recording);
      }
    }
  }

  private static String cooked(byte[] bytes) {
    return "cooked " + new String(bytes, UTF_8);
  }

  private static List<Path> seed(int count, Disk disk) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> {
          disk.seed("order-" + i + ".txt", "order-" + i + ".txt");
          return disk.path("order-" + i + ".txt");
        })
        .toList();
  }

  private static void assertServed(List<Path> files, List<Future<String>> served) {
    if (served.size() != files.size()) {
      throw Diagnosis.observed("%d orders, %d futures.".formatted(files.size(), served.size()))
          .means("Each order has its own future, in its place.")
          .nextStep("Add one future per file, in the order of the files.");
    }
    for (int i = 0; i < files.size(); i++) {
      String expected = "cooked " + files.get(i).getFileName();
      String dish = Await.result("order " + (i + 1), served.get(i));
      if (!expected.equals(dish)) {
        throw Diagnosis.observed("Order %d got \"%s\".".formatted(i + 1, dish))
            .means("Expected was \"" + expected + "\": what cook made of the bytes of its file.")
            .nextStep("Add one future per file, in the order of the files.");
      }
    }
  }

  private static void assertFailed(
      Class<? extends Throwable> kind, String part, Future<String> order) {
    Standstill.orElse(
        order::isDone,
        () ->
            Diagnosis.observed(
                    "An order ended with a %s, and its future is still open.".formatted(kind))
                .means("Whoever claims the order waits for ever.")
                .nextStep(
                    "Follow every way out of the virtual thread: cook may throw anything, too."));
    Throwable failure = Await.failure("the order", order);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at) && String.valueOf(at.getMessage()).contains(part)) {
        return;
      }
    }
    throw Diagnosis.observed("The order failed with " + failure)
        .means("The reason, a " + kind.getSimpleName() + ", is not among its causes. It is lost.")
        .nextStep("Let the virtual thread throw what it met; its future keeps it.")
        .because(failure);
  }
}
