package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class OffloadedReadTest {

  private static final String SHELF = "butter, eggs, flour, milk, salt, sugar";

  private final OffloadedRead offloading = Answer.of(OffloadedRead.class);

  @Test
  @Order(1)
  void the_future_brings_the_bytes_of_the_file(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ).atMost(10);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2)) {
      byte[] bytes = Await.result("the bytes", read(disk.path("shelf.txt"), pool));

      if (!Arrays.equals(SHELF.getBytes(UTF_8), bytes)) {
        String found = bytes == null ? "null" : '"' + new String(bytes, UTF_8) + '"';
        throw Diagnosis.observed("The future brought " + found + ".")
            .means(
                "The file holds \"%s\". Each read brought at most 10 bytes: a short read is not the"
                        .formatted(SHELF)
                    + " end of file.")
            .nextStep("Let the task read to the end of the file, and return all its bytes.");
      }
      if (pool.isShutdown()) {
        throw Diagnosis.observed("After read() the pool that was given is shut down.")
            .means("It belongs to somebody else, who wants to go on using it.")
            .nextStep("Close only what you have opened yourself.");
      }
    }
    assertThat(disk).file("shelf.txt").wasReadToEnd();
  }

  @Test
  @Order(2)
  void the_caller_comes_back_while_the_disk_is_held(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> reading =
          Caller.call("read", () -> offloading.read(disk.path("shelf.txt"), pool))
              .returnsWhileHeld(held);

      held.open();
      Await.result("the bytes", reading);
    }
  }

  @Test
  @Order(3)
  void the_given_pool_does_the_reading_and_nobody_else(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2)) {
      Call<Future<byte[]>> call =
          Caller.call("read", () -> offloading.read(disk.path("shelf.txt"), pool));
      Await.result("the bytes", call.returns());

      OnDisk.assertDoneBy(pool, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void two_orders_are_carried_at_the_same_time(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    disk.seed("cellar.txt", "potatoes");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      Future<byte[]> shelf = readWhile(held, disk.path("shelf.txt"), pool);
      Future<byte[]> cellar = readWhile(held, disk.path("cellar.txt"), pool);

      Standstill.unlessAtOnce(held, 2);
      held.open();
      Await.result("the bytes of shelf.txt", shelf);
      Await.result("the bytes of cellar.txt", cellar);
    }
  }

  @Test
  @Order(5)
  void a_missing_file_is_found_out_by_the_future(Disk disk) throws Exception {
    Path file = disk.path("no-such-shelf.txt");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertFailsWith(NoSuchFileException.class, read(file, pool), file.toString());
    }
  }

  @Test
  @Order(6)
  void a_missing_permission_and_a_directory_are_found_out_by_it_too(Disk disk) throws Exception {
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
  @Order(7)
  void an_error_in_the_middle_of_the_task_ends_up_in_the_future(Disk disk) throws Exception {
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
  @Order(8)
  void a_pool_that_is_closed_refuses_and_nobody_else_steps_in(Disk disk) throws Exception {
    disk.seed("shelf.txt", SHELF);
    TrackedExecutor pool = TrackedExecutor.withThreads(1);
    pool.shutdown();

    Future<byte[]> reading =
        CompletableFuture.failedFuture(new RejectedExecutionException("rejected"));
    try {
      reading = read(disk.path("shelf.txt"), pool);
    } catch (RejectedExecutionException thrownAtOnce) {
      // As good as a failed future: the caller learns of it.
    }

    if (!disk.recording().isEmpty()) {
      throw Diagnosis.observed("The pool was closed, and the file was read all the same.")
          .means("Somebody else did the pool's work: the limit that the pool stood for is gone.")
          .nextStep("Let the RejectedExecutionException through.")
          .evidence("On the disk", disk.recording());
    }
    assertFailsWith(RejectedExecutionException.class, reading, "rejected");
  }

  private Future<byte[]> read(Path file, ExecutorService pool) {
    return Caller.call("read", () -> offloading.read(file, pool)).returns();
  }

  private Future<byte[]> readWhile(Gate held, Path file, ExecutorService pool) {
    return Caller.call("read", () -> offloading.read(file, pool)).returnsWhileHeld(held);
  }

  private static void assertFailsWith(
      Class<? extends Throwable> kind, Future<byte[]> reading, String part)
      throws InterruptedException {
    Standstill.orElse(
        reading::isDone,
        () ->
            Diagnosis.observed(
                    "The task ended with a %s, and the future is still open.".formatted(kind))
                .means("Whoever claims the result waits for ever.")
                .nextStep("Follow every way out of the task, also that of an Error."));
    Throwable failure = Await.failure("the reading", reading);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at) && String.valueOf(at.getMessage()).contains(part)) {
        return;
      }
    }
    throw Diagnosis.observed("The future failed with " + failure)
        .means("The reason was a " + kind.getSimpleName() + ", and it is lost.")
        .nextStep("Let the task throw what the disk throws; the future keeps it.")
        .because(failure);
  }
}
