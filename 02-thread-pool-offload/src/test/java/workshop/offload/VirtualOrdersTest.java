package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.UncaughtExceptions;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class VirtualOrdersTest {

  /** More than the number of carriers on any machine, and more than any plausible limit. */
  private static final int MANY = Math.max(130, 2 * Runtime.getRuntime().availableProcessors());

  private final VirtualOrders orders = Answer.of(VirtualOrders.class);

  @Test
  @Order(1)
  void each_order_has_its_future_at_its_index(Disk disk) {
    List<Path> files = seed(5, disk);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served = serve(files, VirtualOrdersTest::transformed, diskPool);

      assertServed(files, served);
    }
    assertThat(disk).file("order-1.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void the_list_may_be_empty_or_contain_a_file_twice(Disk disk) {
    seed(2, disk);
    List<Path> files =
        Stream.of("order-2.txt", "order-1.txt", "order-2.txt").map(disk::path).toList();

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2)) {
      assertServed(List.of(), serve(List.of(), VirtualOrdersTest::transformed, diskPool));
      assertServed(files, serve(files, VirtualOrdersTest::transformedAndSpoiled, diskPool));

      if (diskPool.isShutdown()) {
        throw VirtualOrdersDiagnosis.closedThePool();
      }
    }
  }

  @Test
  @Order(3)
  void transform_gets_the_bytes_unchanged(Disk disk) {
    byte[] photo = {'\r', '\n', (byte) 0xFF, 0, (byte) 0xC3};
    disk.seed("photo.bin", photo);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(1)) {
      Function<byte[], String> hex = HexFormat.of()::formatHex;
      String found =
          Await.result(
              "the order", serve(List.of(disk.path("photo.bin")), hex, diskPool).getFirst());

      if (!found.equals(hex.apply(photo))) {
        throw VirtualOrdersDiagnosis.otherBytes(hex.apply(photo), found);
      }
    }
  }

  @Test
  @Order(4)
  void serve_returns_while_the_disk_is_held(Disk disk) throws Exception {
    List<Path> files = seed(3, disk);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, diskPool, disk);

      held.open();
      assertServed(files, served);
    }
  }

  @Test
  @Order(5)
  void each_order_is_transformed_on_its_own_virtual_thread(Disk disk) {
    List<Path> files = seed(10, disk);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served =
          serve(
              files,
              bytes -> {
                threads.add(Thread.currentThread());
                return transformed(bytes);
              },
              diskPool);
      assertServed(files, served);
    }

    for (Thread thread : threads) {
      if (!thread.isVirtual()) {
        throw VirtualOrdersDiagnosis.onAPlatformThread(thread);
      }
    }
    if (threads.size() != files.size()) {
      throw Diagnosis.observed(
              "%d orders were transformed on %d virtual thread%s."
                  .formatted(files.size(), threads.size(), threads.size() == 1 ? "" : "s"))
          .means("Orders that share a thread wait for one another.")
          .nextStep(
              "Start one virtual thread per order: virtual threads are too cheap to share"
                  + " or pool.");
    }
  }

  @Test
  @Order(6)
  void no_virtual_thread_touches_the_disk(Disk disk) {
    List<Path> files = seed(10, disk);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2)) {
      Call<List<Future<String>>> call =
          Call.start("serve", () -> orders.serve(files, VirtualOrdersTest::transformed, diskPool));
      assertServed(files, call.returns());

      assertNoneIsVirtual(disk.recording());
      OnDisk.assertDoneBy(diskPool, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(7)
  void as_many_orders_read_at_once_as_the_disk_pool_has_threads(Disk disk) throws Exception {
    List<Path> files = seed(MANY, disk);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(3);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, diskPool, disk);

      HeldAssert.assertThat(held).holdsAtOnce(3);
      held.open();
      assertServed(files, served);
    }
    assertThat(disk).neverMoreInFlightThan(3, Op.OPEN, Op.READ);
  }

  @Test
  @Order(8)
  void other_virtual_threads_run_while_the_disk_is_held(Disk disk) {
    List<Path> files = seed(MANY, disk);

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, diskPool, disk);

      try (Heartbeat others = Heartbeat.on(Thread::startVirtualThread)) {
        others.keepsTickingWhile(held, "every other virtual thread");
      }
      held.open();
      assertServed(files, served);
    }
  }

  @Test
  @Order(9)
  void any_number_of_orders_are_transformed_at_the_same_time(Disk disk) {
    List<Path> files = seed(MANY, disk);
    CountDownLatch together = new CountDownLatch(files.size());

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(3)) {
      List<Future<String>> served =
          serve(
              files,
              bytes -> {
                together.countDown();
                Await.latch("the other orders", together);
                return transformed(bytes);
              },
              diskPool);

      Eventually.orElse(
          () -> together.getCount() == 0,
          () -> VirtualOrdersDiagnosis.waitForOneAnother(files.size(), together.getCount()));
      assertServed(files, served);
    } finally {
      while (together.getCount() > 0) {
        together.countDown(); // ends the threads that are still waiting
      }
    }
  }

  @Test
  @Order(10)
  void an_order_that_fails_does_not_disturb_the_others(Disk disk) {
    List<Path> files = new ArrayList<>(seed(3, disk));
    Path missing = disk.path("no-such-order.txt");
    files.set(1, missing);
    CountDownLatch others = new CountDownLatch(2); // all are submitted, one is transformed
    disk.when(Op.OPEN).on("no-such-order.txt").then(() -> OpenedRuntime.awaitQuietly(others));
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();

    try (TrackedExecutor diskPool = TrackedExecutor.withThreads(2)) {
      List<Future<String>> served =
          serve(
              files,
              bytes -> {
                if (new String(bytes, UTF_8).contains("order-3")) {
                  throw new InternalError("simulated by the suite");
                }
                if (new String(bytes, UTF_8).contains("order-1")) {
                  others.countDown();
                  OpenedRuntime.awaitQuietly(failed);
                  interrupted.set(Thread.currentThread().isInterrupted());
                }
                return transformed(bytes);
              },
              diskPool);

      others.countDown();
      assertFailed(NoSuchFileException.class, missing.toString(), served.get(1));
      failed.countDown();
      Eventually.holds(served.getFirst()::isDone);
      if (interrupted.get()) {
        throw VirtualOrdersDiagnosis.interruptedAnother();
      }
      assertServed(files.subList(0, 1), served.subList(0, 1));
      assertFailed(InternalError.class, "simulated", served.get(2));
    }
  }

  @Test
  @Order(11)
  void a_disk_pool_that_rejects_a_read_fails_the_order(Disk disk) {
    List<Path> files = seed(2, disk);
    AtomicInteger refusals = new AtomicInteger();
    try (ExecutorService diskPool = FullPool.rejecting(refusals)) {
      List<Future<String>> served = serve(files, VirtualOrdersTest::transformed, diskPool);

      Eventually.holds(
          () -> refusals.get() > files.size() || served.stream().allMatch(Future::isDone));
      if (refusals.get() > files.size()) {
        throw VirtualOrdersDiagnosis.askedAgain(files.size(), refusals.get());
      }
      for (Future<String> order : served) {
        assertFailed(RejectedExecutionException.class, "", order);
      }
    } catch (RejectedExecutionException thrownAtTheCaller) {
      throw VirtualOrdersDiagnosis.refusalAtTheCaller(thrownAtTheCaller);
    }
  }

  @Test
  @Order(12)
  void an_order_waits_as_long_as_it_takes(Disk disk) {
    List<Path> files = seed(20, disk);

    BusyWaitDetector waiting = BusyWaitDetector.watch();
    try (SlowPool pool = new SlowPool(1, 20);
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> served = serveWhile(held, files, pool, disk);

      waiting.sleepWhile("The disk is held");
      VirtualOrdersDiagnosis.assertStillWaits(served.getFirst(), pool);
      held.open();
      assertServed(files, served);
    }
  }

  private List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
    return Call.start("serve", () -> orders.serve(files, transform, diskPool)).returns();
  }

  private List<Future<String>> serveWhile(
      Gate held, List<Path> files, ExecutorService diskPool, Disk disk) {
    Call<List<Future<String>>> call =
        Call.start("serve", () -> orders.serve(files, VirtualOrdersTest::transformed, diskPool));
    Await.until("an operation to reach the disk", () -> held.waiting() > 0 || call.hasEnded());
    assertNoneIsVirtual(disk.recording()); // first: such orders would freeze this test, too
    List<Future<String>> served = call.returnsWhileHeld(held);
    assertNoneIsVirtual(disk.recording());
    BusyWaiting.assertVirtualThreadsCanRun();
    return served;
  }

  private static void assertNoneIsVirtual(Recording recording) {
    for (DiskEvent event : recording) {
      if (event.thread().virtual()) {
        throw VirtualOrdersDiagnosis.onAVirtualThread(event, recording);
      }
    }
  }

  private static String transformed(byte[] bytes) {
    return "transformed " + new String(bytes, UTF_8);
  }

  /** The bytes belong to the order: a change to them must not affect any other order. */
  private static String transformedAndSpoiled(byte[] bytes) {
    String text = transformed(bytes);
    Arrays.fill(bytes, (byte) '?');
    return text;
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
      throw VirtualOrdersDiagnosis.wrongNumber(served.size(), files.size());
    }
    for (int i = 0; i < files.size(); i++) {
      String expected = "transformed " + files.get(i).getFileName();
      String dish = VirtualOrdersDiagnosis.result(i + 1, served.get(i));
      if (dish.contains("?")) {
        throw VirtualOrdersDiagnosis.sharedBytes(i + 1, dish);
      }
      if (!expected.equals(dish)) {
        throw Diagnosis.observed(
                "The result of order %d is \"%s\" instead of \"%s\"."
                    .formatted(i + 1, dish, expected))
            .means("The result must be what transform returned for the bytes of this order's file.")
            .nextStep("Add one future per file, in the order of the files.");
      }
    }
  }

  private static void assertFailed(
      Class<? extends Throwable> kind, String part, Future<String> order) {
    Eventually.orElse(
        order::isDone,
        () ->
            Diagnosis.observed(
                    "An order threw %s, but its future was never completed."
                        .formatted(kind.getSimpleName()))
                .means("A caller that waits for this order waits forever.")
                .nextStep(
                    "Complete the future on every path: transform may throw anything, even an"
                        + " Error."));
    Throwable failure = Await.failure("the order", order);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at) && String.valueOf(at.getMessage()).contains(part)) {
        return;
      }
    }
    throw Diagnosis.observed(
            "An order threw %s, but its future failed with %s."
                .formatted(kind.getSimpleName(), failure))
        .means("The original error is not among the causes, so the reason is lost.")
        .nextStep("Let the exception leave the virtual thread's task: its future stores it.")
        .because(failure);
  }
}
