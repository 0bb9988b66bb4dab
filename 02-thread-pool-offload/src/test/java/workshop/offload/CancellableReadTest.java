package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class CancellableReadTest {

  private static final String LARGE = "0123456789abcdef".repeat(70_001);

  private final CancellableRead reading = Answer.of(CancellableRead.class);

  @Test
  @Order(1)
  void await_returns_the_bytes_of_the_file(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      byte[] bytes = await(start(disk.path("stock.txt"), pool), disk.path("stock.txt"));

      if (!Arrays.equals(LARGE.getBytes(UTF_8), bytes)) {
        throw CancellableReadDiagnosis.otherBytes(bytes.length, LARGE.length());
      }
    }
    assertThat(disk).file("stock.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void it_reads_chunk_by_chunk(Disk disk) {
    disk.seed("stock.txt", LARGE);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      await(start(disk.path("stock.txt"), pool), disk.path("stock.txt"));
    }
    for (DiskEvent read : disk.recording().only(Op.READ)) {
      if (read.requested() >= LARGE.length()) {
        throw CancellableReadDiagnosis.oneRead(read);
      }
    }
  }

  @Test
  @Order(2)
  void two_reads_share_no_chunk(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      startWhile(held, disk.path("stock.txt"), pool);
      startWhile(held, disk.path("stock.txt"), pool);
      Eventually.holds(() -> held.waiting() == 2);
    }
    OffloadedReadDiagnosis.assertNoBufferIsShared(disk);
  }

  @Test
  @Order(3)
  void await_waits_as_long_as_it_takes(Disk disk) throws Exception {
    disk.seed("stock.txt", "butter");

    try (SlowPool pool = new SlowPool(1, 1);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> started = startWhile(held, disk.path("stock.txt"), pool);
      held.awaitArrivals(1);
      Call<byte[]> waiter =
          Call.start("await", () -> reading.await(started, disk.path("stock.txt")));

      if (Eventually.holds(() -> waiter.hasEnded() || Waits.isWaiting(waiter.thread()))
          && waiter.hasEnded()) {
        throw CancellableReadDiagnosis.gaveUp();
      }
      held.open();
      waiter.returns();
    }
  }

  @Test
  @Order(4)
  void start_returns_while_the_disk_is_held(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) {
      Call<Future<byte[]>> call =
          Call.start("start", () -> reading.start(disk.path("stock.txt"), pool));
      Future<byte[]> started = call.returnsWhileHeld(held);

      held.open();
      await(started, disk.path("stock.txt"));
      OnDisk.assertDoneBy(pool, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(5)
  void a_missing_file_is_an_error_that_names_it(Disk disk) {
    Path file = disk.path("no-such-stock.txt");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertFails(start(file, pool), file, NoSuchFileException.class, "no-such-stock.txt");
    }
  }

  @Test
  @Order(6)
  void a_read_that_fails_midway_is_an_error_that_names_the_file(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ)
        .from(2)
        .fails(path -> new IOException("Input/output error", new IllegalStateException("reset")));

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Path file = disk.path("stock.txt");
      assertFails(start(file, pool), file, IOException.class, "Input/output error");
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(7)
  void an_Error_that_the_read_throws_reaches_the_caller(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ)
        .then(() -> {
          throw new InternalError("simulated by the suite");
        });

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Path file = disk.path("stock.txt");
      assertFails(start(file, pool), file, InternalError.class, "simulated");
    }
  }

  @Test
  @Order(8)
  void a_read_canceled_in_the_middle_stops_and_closes_the_file(Disk disk) throws Exception {
    disk.when(Op.READ).atMost(5_000);

    for (int last = 2; last <= 3; last++) { // the code may check only before every second read
      Path file = disk.path("stock-" + last + ".txt");
      disk.seed("stock-" + last + ".txt", LARGE);
      try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
          Gate held = disk.when(Op.READ).on(file.getFileName().toString()).from(last).hold()) {
        Future<byte[]> started = startWhile(held, file, pool);

        started.cancel(true);
        held.open();

        awaitIdle(pool);
        CancellableReadDiagnosis.assertStopped(started, last, disk.recording().on(file));
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  @Test
  @Order(9)
  void a_read_canceled_while_it_opens_the_file_closes_it(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> started = startWhile(held, disk.path("stock.txt"), pool);
      held.awaitArrivals(1);

      started.cancel(true);
      held.open();
      awaitIdle(pool);
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(10)
  void a_pool_that_is_stopped_ends_the_read_without_a_result(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.when(Op.READ).from(2).hold()) {
      Future<byte[]> started = startWhile(held, disk.path("stock.txt"), pool);
      held.awaitArrivals(1);

      pool.shutdownNow();
      held.open();
      if (Eventually.holds(started::isDone)) {
        CancellableReadDiagnosis.assertNoPart(started, LARGE.length());
      }
      Await.until("the end of the pool", pool::isTerminated);
      CancellableReadDiagnosis.assertStoppedWithItsPool(disk.recording());
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(11)
  void an_interrupt_during_the_open_gives_no_partial_result(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.OPEN).then(() -> Thread.currentThread().interrupt());

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Future<byte[]> started = start(disk.path("stock.txt"), pool);
      if (Eventually.holds(started::isDone)) {
        CancellableReadDiagnosis.assertNoPart(started, LARGE.length());
      }
    }
  }

  @Test
  @Order(12)
  void a_canceled_read_has_no_result(Disk disk) {
    FutureTask<byte[]> canceled = new FutureTask<>(() -> new byte[0]);
    canceled.cancel(true);

    Call<byte[]> call = Call.start("await", () -> reading.await(canceled, disk.path("stock.txt")));
    try {
      call.returns();
    } catch (Throwable thrown) {
      if (thrown instanceof CancellationException || thrown instanceof IOException) {
        return;
      }
      throw thrown;
    }
    throw CancellableReadDiagnosis.canceledAsResult();
  }

  @Test
  @Order(13)
  void a_read_canceled_before_its_turn_never_opens_the_file(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    CountDownLatch busy = new CountDownLatch(1);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      pool.execute(() -> awaitQuietly(busy));
      Future<byte[]> started = start(disk.path("stock.txt"), pool);

      started.cancel(true);
      busy.countDown();
      awaitIdle(pool);

      if (!disk.recording().events().isEmpty()) {
        throw Diagnosis.observed(
                "The read was canceled while it was queued, but it opened the file later.")
            .means("A thread of the pool works on a result that no caller wants anymore.")
            .nextStep(
                "Return the future that submit() returns: a queued task whose future is canceled"
                    + " never runs. If you use your own future, check it before you open the file.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  @Test
  @Order(14)
  void an_interrupted_waiter_stops_the_read_and_stays_interrupted(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) { // an interrupt does not end an OPEN
      Future<byte[]> started = startWhile(held, disk.path("stock.txt"), pool);

      Call<byte[]> waiter =
          Call.start("await", () -> reading.await(started, disk.path("stock.txt")));
      BusyWaiting.assertBlocks(waiter.thread());
      waiter.interrupt();

      assertGivesUp(waiter);
      waiter.interruptFlagIsKept();
      held.open();
      awaitIdle(pool);
      if (reads(disk) > 2) {
        throw CancellableReadDiagnosis.doesNotCancel(reads(disk), disk.recording());
      }
      assertThat(disk).everyHandleIsClosed();
    }
  }

  private static void assertGivesUp(Call<byte[]> waiter) {
    Eventually.orElse(
        waiter::hasEnded, () -> CancellableReadDiagnosis.interruptLost(waiter.thread()));
    try {
      waiter.returns();
    } catch (Throwable thrown) {
      if (thrown instanceof IOException error) {
        CancellableReadDiagnosis.assertSpeaksOfTheInterrupt(error);
        return;
      }
      if (thrown instanceof UnsupportedOperationException todo) {
        throw todo;
      }
      throw CancellableReadDiagnosis.otherThanAnIoException(thrown);
    }
    throw CancellableReadDiagnosis.interruptAsResult();
  }

  private static int reads(Disk disk) {
    return disk.recording().only(Op.READ).events().size();
  }

  /** Waits until the only thread of {@code pool} has finished everything submitted so far. */
  private static void awaitIdle(TrackedExecutor pool) throws Exception {
    Await.result("the pool's thread to be free", pool.submit(() -> "free"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<byte[]> start(Path file, ExecutorService pool) {
    return Call.start("start", () -> reading.start(file, pool)).returns();
  }

  private Future<byte[]> startWhile(Gate held, Path file, ExecutorService pool) {
    return Call.start("start", () -> reading.start(file, pool)).returnsWhileHeld(held);
  }

  private byte[] await(Future<byte[]> started, Path file) {
    return Call.start("await", () -> reading.await(started, file)).returns();
  }

  private void assertFails(
      Future<byte[]> started, Path file, Class<? extends Throwable> kind, String part) {
    Throwable thrown =
        Call.start("await", () -> reading.await(started, file)).fails(Throwable.class);
    if (thrown instanceof UnsupportedOperationException todo) {
      throw todo;
    }
    if (isIt(thrown, kind, part) && !(thrown instanceof IOException)) {
      return; // an Error is passed on unchanged
    }
    if (!(thrown instanceof IOException)) {
      throw Diagnosis.observed(
              "The read threw %s, but await() threw an exception that is not an IOException: %s"
                  .formatted(kind.getSimpleName(), thrown))
          .means("The signature promises an IOException, and callers catch only that.")
          .nextStep(
              "Throw an IOException with the original exception as its cause. Do not cast the"
                  + " cause.")
          .because(thrown);
    }
    if (!isIt(thrown, kind, part) && !isIt(thrown.getCause(), kind, part)) {
      throw Diagnosis.observed(
              "await() hides the %s that the read threw. It threw %s, caused by %s."
                  .formatted(kind.getSimpleName(), thrown, thrown.getCause()))
          .means(
              "Callers expect the original error to be the exception itself or its direct cause."
                  + " Here, it is neither.")
          .nextStep(CancellableReadDiagnosis.howToUnwrap(thrown.getCause()))
          .because(thrown);
    }
    if (!String.valueOf(thrown.getMessage()).contains(file.toString())) {
      throw CancellableReadDiagnosis.doesNotName(file, thrown);
    }
  }

  private static boolean isIt(Throwable thrown, Class<? extends Throwable> kind, String part) {
    return kind.isInstance(thrown) && String.valueOf(thrown.getMessage()).contains(part);
  }
}
