package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class OffloadedReadTest {

  /** After this many calls in a row in which a thread waited, the wait is no coincidence. */
  private static final int CALLS = 5;

  private static final String SHELF = "butter, eggs, flour, milk, salt, sugar";

  private final OffloadedRead offloading = Answer.of(OffloadedRead.class);

  @Test
  @Order(1)
  void the_future_has_the_bytes_of_the_file(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ).atMost(10);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Future<byte[]> reading = read(disk.path("shelf.txt"), pool);
      Eventually.orElse(reading::isDone, () -> OffloadedReadDiagnosis.neverDone(pool));
      byte[] bytes = Await.result("the bytes", reading);

      if (!Arrays.equals(SHELF.getBytes(UTF_8), bytes)) {
        String found = bytes == null ? "null" : '"' + new String(bytes, UTF_8) + '"';
        throw Diagnosis.observed("The future has %s instead of \"%s\".".formatted(found, SHELF))
            .means(
                "In this test, each read returned at most 10 bytes. A short read is not the end of"
                    + " the file.")
            .nextStep("Let the task read to the end of the file, and return all its bytes.");
      }
      if (pool.isShutdown()) {
        throw Diagnosis.observed("read() shut down the pool that it was given.")
            .means("The pool belongs to the caller, who still needs it.")
            .nextStep("Close only what you have opened yourself.");
      }
    }
    assertThat(disk).file("shelf.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void the_call_returns_while_the_disk_is_held(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      Call<Future<byte[]>> call =
          Call.start("read", () -> offloading.read(disk.path("shelf.txt"), pool));
      Future<byte[]> reading = call.returnsWhileHeld(held);

      OffloadedReadDiagnosis.assertNoOtherThread(call.thread(), pool);
      held.open();
      Await.result("the bytes", reading);
    }
  }

  @Test
  @Order(3)
  void only_the_given_pool_reads(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2)) {
      Call<Future<byte[]>> call =
          Call.start("read", () -> offloading.read(disk.path("shelf.txt"), pool));
      Await.result("the bytes", call.returns());

      OnDisk.assertDoneBy(pool, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void two_reads_run_at_the_same_time(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.seed("cellar.txt", "potatoes");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> shelf = readWhile(held, disk.path("shelf.txt"), pool);
      Future<byte[]> cellar = readWhile(held, disk.path("cellar.txt"), pool);

      HeldAssert.assertThat(held).holdsAtOnce(2);
      held.open();
      Await.result("the bytes of shelf.txt", shelf);
      Await.result("the bytes of cellar.txt", cellar);
    }
  }

  @Test
  @Order(5)
  void a_large_file_that_is_not_text_arrives_unchanged(Disk disk) throws Exception {
    byte[] film = new byte[(1 << 20) + 4321];
    for (int i = 0; i < film.length; i++) {
      film[i] = (byte) (i * 31 + i / 251);
    }
    disk.seed("film.bin", film);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      byte[] bytes = Await.result("the bytes", read(disk.path("film.bin"), pool));

      if (!Arrays.equals(film, bytes)) {
        throw OffloadedReadDiagnosis.otherBytes(film, bytes);
      }
    }
  }

  @Test
  @Order(6)
  void each_call_reads_the_file_again(Disk disk) throws Exception {
    disk.seed("shelf.txt", "butter");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Await.result("the first bytes", read(disk.path("shelf.txt"), pool));
      disk.seed("shelf.txt", SHELF);
      byte[] second = Await.result("the second bytes", read(disk.path("shelf.txt"), pool));

      if (!Arrays.equals(SHELF.getBytes(UTF_8), second)) {
        throw OffloadedReadDiagnosis.oldBytes();
      }
    }
    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      readWhile(held, disk.path("shelf.txt"), pool);
      readWhile(held, disk.path("shelf.txt"), pool);
      if (!Eventually.holds(() -> held.waiting() == 2)) {
        throw OffloadedReadDiagnosis.sharedReading();
      }
    }
  }

  @Test
  @Order(7)
  void a_missing_file_fails_the_future(Disk disk) throws Exception {
    Path file = disk.path("no-such-shelf.txt");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertFailsWith(NoSuchFileException.class, read(file, pool), file.toString());
    }
  }

  @Test
  @Order(8)
  void a_forbidden_file_or_a_directory_fails_the_future_as_well(Disk disk) throws Exception {
    Path directory = Files.createDirectory(disk.path("shelves"));
    disk.seed("locked.txt", SHELF);
    disk.when(Op.OPEN).on("locked.txt").fails(path -> new AccessDeniedException(path.toString()));

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Path locked = disk.path("locked.txt");
      assertFailsWith(AccessDeniedException.class, read(locked, pool), locked.toString());
      assertFailsWith(IOException.class, read(directory, pool), "");
    }
  }

  @Test
  @Order(9)
  void an_Error_in_the_middle_of_the_task_fails_the_future(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ)
        .then(() -> {
          throw new InternalError("simulated by the suite");
        });

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertFailsWith(InternalError.class, read(disk.path("shelf.txt"), pool), "simulated");
    }
  }

  @Test
  @Order(10)
  void a_closed_pool_rejects_the_task_and_no_other_thread_reads(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    TrackedExecutor pool = TrackedExecutor.withThreads(1);
    pool.shutdown();

    Future<byte[]> reading;
    try {
      reading = read(disk.path("shelf.txt"), pool);
    } catch (RejectedExecutionException expected) {
      return;
    }

    Eventually.holds(reading::isDone);
    if (!disk.recording().isEmpty()) {
      throw Diagnosis.observed("The pool was shut down, but another thread read the file.")
          .means(
              "A read outside the pool ignores the pool's limit, and a closed pool no longer stops"
                  + " new reads.")
          .nextStep("Let the RejectedExecutionException leave read().")
          .evidence("On the disk", disk.recording());
    }
    throw OffloadedReadDiagnosis.keptTheRefusal();
  }

  @Test
  @Order(11)
  void the_caller_does_not_wait_even_for_a_moment(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    AtomicLong waits = new AtomicLong();
    long timers = ForkJoinPool.commonPool().getDelayedTaskCount(); // such as those of orTimeout

    try (TrackedExecutor pool = TrackedExecutor.withThreads(CALLS);
        Gate held = disk.hold(Op.OPEN)) {
      Call.start(
              "read",
              () -> {
                long before = Waits.ofTheCurrentThread();
                for (int i = 0; i < CALLS; i++) {
                  offloading.read(disk.path("shelf.txt"), pool);
                }
                waits.set(Waits.ofTheCurrentThread() - before);
              })
          .returnsWhileHeld(held);
      if (ForkJoinPool.commonPool().getDelayedTaskCount() > timers) {
        throw OffloadedReadDiagnosis.hasATimeLimit();
      }
    }

    if (waits.get() >= CALLS) {
      throw OffloadedReadDiagnosis.waitedForAWhile(CALLS, waits.get());
    }
  }

  @Test
  @Order(12)
  void two_reads_share_no_buffer(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.seed("other.txt", "cheese");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.READ).on("shelf.txt").from(2).hold()) {
      Future<byte[]> first = read(disk.path("shelf.txt"), pool);
      Eventually.holds(() -> held.waiting() > 0 || first.isDone());
      Await.result("the bytes of another file", read(disk.path("other.txt"), pool));
      held.open();

      if (!Arrays.equals(SHELF.getBytes(UTF_8), Await.result("the bytes", first))) {
        throw OffloadedReadDiagnosis.mixedBytes();
      }
    }
    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      read(disk.path("shelf.txt"), pool);
      read(disk.path("other.txt"), pool);
      Eventually.holds(() -> held.waiting() == 2);
    }
    OffloadedReadDiagnosis.assertNoBufferIsShared(disk);
  }

  private Future<byte[]> read(Path file, ExecutorService pool) {
    return Call.start("read", () -> Answer.given("read()", offloading.read(file, pool))).returns();
  }

  private Future<byte[]> readWhile(Gate held, Path file, ExecutorService pool) {
    return Call.start("read", () -> offloading.read(file, pool)).returnsWhileHeld(held);
  }

  private static void assertFailsWith(
      Class<? extends Throwable> kind, Future<byte[]> reading, String part)
      throws InterruptedException {
    Eventually.orElse(
        reading::isDone,
        () ->
            Diagnosis.observed(
                    "The read threw %s, but the future was never completed."
                        .formatted(kind.getSimpleName()))
                .means("A caller that waits for this result waits forever.")
                .nextStep(
                    "Complete the future on every path out of the task, even after an Error."));
    Throwable failure = Await.failure("the read", reading);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at) && String.valueOf(at.getMessage()).contains(part)) {
        return;
      }
    }
    throw Diagnosis.observed(
            "The read threw %s, but the future failed with %s."
                .formatted(kind.getSimpleName(), failure))
        .means("The original error is lost, and with it the reason.")
        .nextStep("Let the exception leave the task: the future stores it for the caller.")
        .because(failure);
  }
}
