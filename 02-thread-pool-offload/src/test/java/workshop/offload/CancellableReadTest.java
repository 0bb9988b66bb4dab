package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.disk.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class CancellableReadTest {

  private static final String LARGE = "0123456789abcdef".repeat(4_096);

  private final CancellableRead reading = Answer.of(CancellableRead.class);

  @Test
  @Order(1)
  void when_all_is_well_await_returns_the_bytes(Disk disk) throws IOException {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (Assistants pool = Assistants.hire(1)) {
      byte[] bytes = await(reading.start(disk.path("stock.txt"), pool), disk.path("stock.txt"));

      if (!Arrays.equals(LARGE.getBytes(UTF_8), bytes)) {
        throw Teaching.saw(
                "await() returned %d bytes of a file of %d."
                    .formatted(bytes.length, LARGE.length()))
            .means("Each read brought at most 5,000 bytes; a short read is not the end of file.")
            .todo("Read until -1, and append exactly what each read brought.");
      }
    }
    assertThat(disk).file("stock.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void start_comes_back_while_the_disk_is_held(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);

    try (Assistants pool = Assistants.hire(1);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> started =
          Caller.call("start", () -> reading.start(disk.path("stock.txt"), pool))
              .returnsWhileHeld(held);

      held.open();
      await(started, disk.path("stock.txt"));
    }
    assertThat(disk).ranOnlyOn(Assistants::isOne, "the pool that was given");
  }

  @Test
  @Order(3)
  void a_missing_file_is_an_error_that_names_it(Disk disk) {
    Path file = disk.path("no-such-stock.txt");

    try (Assistants pool = Assistants.hire(1)) {
      assertFails(reading.start(file, pool), file, NoSuchFileException.class, "no-such-stock.txt");
    }
  }

  @Test
  @Order(4)
  void a_read_that_fails_midway_is_an_error_that_names_the_file(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).from(2).fails("Input/output error");

    try (Assistants pool = Assistants.hire(1)) {
      Path file = disk.path("stock.txt");
      assertFails(reading.start(file, pool), file, IOException.class, "Input/output error");
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(5)
  void whatever_the_task_throws_comes_out_not_only_what_was_expected(Disk disk) {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ)
        .then(
            () -> {
              throw new OutOfMemoryError("simulated by the suite");
            });

    try (Assistants pool = Assistants.hire(1)) {
      Path file = disk.path("stock.txt");
      assertFails(reading.start(file, pool), file, OutOfMemoryError.class, "simulated");
    }
  }

  @Test
  @Order(6)
  void cancelled_in_the_middle_it_reads_no_further_and_closes_the_file(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (Assistants pool = Assistants.hire(1);
        Gate held = disk.when(Op.READ).from(2).hold()) {
      Future<byte[]> started = reading.start(disk.path("stock.txt"), pool);
      held.awaitArrivals(1);

      started.cancel(true);
      held.open();

      assertNothingIsReadAnyMore(disk, pool, "The reading was cancelled during its second read");
    }
  }

  @Test
  @Order(7)
  void cancelled_before_its_turn_it_never_opens_the_file(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    CountDownLatch busy = new CountDownLatch(1);

    try (Assistants pool = Assistants.hire(1)) {
      pool.execute(() -> awaitQuietly(busy));
      Future<byte[]> started = reading.start(disk.path("stock.txt"), pool);

      started.cancel(true);
      busy.countDown();
      awaitIdle(pool);

      if (!disk.recording().events().isEmpty()) {
        throw Teaching.saw("Cancelled while it waited for a thread, the reading was begun later.")
            .means("The guest had left, and somebody went to the storeroom all the same.")
            .todo("Return the pool's own future: cancelling that one also takes the task back.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  @Test
  @Order(8)
  void an_interrupted_waiter_stops_the_reading_and_stays_interrupted(Disk disk) throws Exception {
    disk.seed("stock.txt", LARGE);
    disk.when(Op.READ).atMost(5_000);

    try (Assistants pool = Assistants.hire(1);
        Gate held = disk.when(Op.READ).from(2).hold()) {
      Future<byte[]> started = reading.start(disk.path("stock.txt"), pool);
      held.awaitArrivals(1);

      Call<Boolean> waiter =
          Caller.call("await", () -> isInterruptedAfter(started, disk.path("stock.txt")));
      waiter.thread().interrupt();
      boolean flag = returnOf(waiter, held);
      held.open();

      if (!flag) {
        throw Teaching.saw("The waiting thread was interrupted; afterwards its flag was clear.")
            .means(
                "The interrupt is swallowed: the loop or the pool above this code asks the flag,"
                    + " and will never stop.")
            .todo("Thread.currentThread().interrupt() in the catch of InterruptedException.");
      }
      assertNothingIsReadAnyMore(disk, pool, "The waiter was interrupted during the second read");
    }
  }

  @Test
  @Order(9)
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      disabledReason = "Windows has no named pipes in the file system")
  void cancelled_while_the_system_itself_is_blocked_it_lets_the_thread_go() throws Exception {
    // A real blocked read: nobody writes to this pipe, and no disk of a suite stands in between.
    try (NamedPipe silent = NamedPipe.make();
        Assistants pool = Assistants.hire(1)) {
      Future<byte[]> started = reading.start(silent.path(), pool);
      silent.awaitReader();

      started.cancel(true);

      try {
        awaitIdle(pool);
      } catch (AssertionError stillThere) {
        throw Teaching.saw(
                "The reading was cancelled, and its thread still stands in the blocked read.")
            .means(
                "An interrupt was sent, and the read did not hear it. Files.readAllBytes and"
                    + " Files.newInputStream make their channel deaf to interrupts.")
            .todo("Open a FileChannel yourself and read from that: it is interruptible.")
            .because(stillThere);
      }
    }
  }

  /** Returns whether the thread is interrupted after it got the error that it must get. */
  private boolean isInterruptedAfter(Future<byte[]> started, Path file) {
    try {
      reading.await(started, file);
    } catch (IOException e) {
      return Thread.currentThread().isInterrupted();
    }
    throw Teaching.saw("The waiting thread was interrupted; await() returned bytes.")
        .means("Somebody wanted this thread to stop, and it did not notice.")
        .todo("Throw an IOException that says so.");
  }

  private static boolean returnOf(Call<Boolean> waiter, Gate held) throws Exception {
    try {
      return waiter.returnsWhileHeld(held);
    } catch (Teaching ours) {
      if (String.valueOf(ours.getMessage()).contains("await() returned bytes")) {
        throw ours;
      }
      throw Teaching.saw("The waiting thread was interrupted, and went on waiting for the disk.")
          .means("An interrupt asks a thread to stop waiting. Here the request is lost.")
          .todo("Catch InterruptedException only to clean up; then leave the method.")
          .because(ours);
    }
  }

  private static void assertNothingIsReadAnyMore(Disk disk, Assistants pool, String when)
      throws Exception {
    awaitIdle(pool);
    long bytes =
        disk.recording().only(Op.READ).events().stream()
            .mapToLong(read -> Math.max(0, read.transferred()))
            .sum();
    if (bytes > 5_000) {
      throw Teaching.saw(when + "; " + bytes + " bytes were read altogether.")
          .means(
              "The work goes on for a result that nobody will claim. cancel(true) interrupts the"
                  + " thread: the reading must be of a kind that hears it.")
          .todo(
              "Cancel with true, on the pool's own future, and read from a FileChannel. (A"
                  + " CompletableFuture interrupts nobody.)")
          .evidence("On the disk", disk.recording());
    }
    assertThat(disk).everyHandleIsClosed();
  }

  /** Waits until the only thread of {@code pool} has nothing before this to do. */
  private static void awaitIdle(Assistants pool) throws Exception {
    Await.result("the pool's thread to be free", pool.submit(() -> "free"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] await(Future<byte[]> started, Path file) throws IOException {
    return reading.await(started, file);
  }

  private void assertFails(
      Future<byte[]> started, Path file, Class<? extends Throwable> kind, String part) {
    Throwable thrown;
    try {
      await(started, file);
      throw Teaching.saw("The reading failed with a " + kind.getSimpleName() + "; await() returned.")
          .means("The error is swallowed: nobody will ever learn of it.")
          .todo("Let an IOException leave the method.");
    } catch (Teaching ours) {
      throw ours;
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Throwable t) {
      thrown = t;
    }
    if (isIt(thrown, kind, part) && !(thrown instanceof IOException)) {
      return; // an Error as it is
    }
    if (!(thrown instanceof IOException)) {
      throw Teaching.saw("The reading failed with a %s; await() threw %s".formatted(kind, thrown))
          .means("Callers are told of an IOException by the signature, and prepare for that one.")
          .todo("Throw an IOException with the original as its cause. Do not cast the cause.")
          .because(thrown);
    }
    if (!isIt(thrown, kind, part) && !isIt(thrown.getCause(), kind, part)) {
      throw Teaching.saw(
              "The error was %s%nand its direct cause %s".formatted(thrown, thrown.getCause()))
          .means(
              "The disk's own error is %s. It is hidden behind a wrapper of the pool, or lost."
                  .formatted(kind.getSimpleName()))
          .todo("Unwrap: the cause of the ExecutionException is what happened.")
          .because(thrown);
    }
    if (!String.valueOf(thrown.getMessage()).contains(file.toString())) {
      throw Teaching.saw("The error was: " + thrown)
          .means("It does not say which file. This was " + file + ".")
          .todo("Put the path into the message.")
          .because(thrown);
    }
  }

  private static boolean isIt(Throwable thrown, Class<? extends Throwable> kind, String part) {
    return kind.isInstance(thrown) && String.valueOf(thrown.getMessage()).contains(part);
  }
}
