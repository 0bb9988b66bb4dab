package workshop.completable;

import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.completable.Failures.assertSame;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.completable.Checksum.Sum;
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
import workshop.testkit.thread.Caller;

@ExerciseSuite
class ReadAheadPipelineTest {

  private static final int CHUNK = 1_000;
  private static final int CORES = 4;

  private final ReadAheadPipeline pipeline = Answer.of(ReadAheadPipeline.class);

  @Test
  @Order(1)
  void the_result_of_one_chunk_is_that_of_the_sequential_program(Disk disk) {
    assertSameInSequence(disk, 1, CHUNK - 1, CHUNK, 0);
  }

  private void assertSameInSequence(Disk disk, int... sizes) {
    for (int size : sizes) {
      byte[] sack = sack(size);
      disk.seed("sack.bin", sack);
      try (Brigade brigade = new Brigade(CORES)) {
        Sum sum = resultOf(process(disk, new Checksum(), brigade).returnsAtOnce());

        assertSum(sack, sum, "the file has %d bytes, a chunk %d".formatted(size, CHUNK));
      }
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    try (Brigade brigade = new Brigade(CORES);
        Gate held = disk.hold(Op.OPEN)) {
      var call = process(disk, new Checksum(), brigade);

      var future = call.returnsWhileHeld(held);
      held.open();
      resultOf(future);
    }
  }

  @Test
  @Order(3)
  void nobody_is_told_before_the_file_is_closed(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    try (Brigade brigade = new Brigade(CORES);
        Gate held = disk.hold(Op.CLOSE)) {
      var future = process(disk, new Checksum(), brigade).returnsAtOnce();
      brigade.readers.awaitAt(held, 1, "process(...)", future);
      brigade.readers.settle(held);

      Closing.assertNotDoneBefore(future, disk);
    }
  }

  @Test
  @Order(4)
  void readers_read_and_cooks_cook(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK));
    try (Brigade brigade = new Brigade(CORES);
        HeldWork work = new HeldWork()) {
      work.open();
      var call = process(disk, work, brigade);
      resultOf(call.returnsAtOnce());

      for (DiskEvent map : disk.recording().only(Op.MAP)) {
        throw Diagnosis.observed("The file was mapped into memory: " + map)
            .means(
                "A mapped file is read when somebody touches it: the cooks walk to the storeroom"
                    + " without knowing, and nobody can say how much of it is in memory.")
            .nextStep("Read chunks into buffers, on the executor for that.");
      }
      OnDisk.assertDoneBy(brigade.readers, disk.recording(), call.thread());
      Cooking.assertDoneByCooks(work, brigade);
    }
  }

  @Test
  @Order(5)
  void all_cores_work_on_one_chunk_together(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    for (int cores : new int[] {CORES, CORES + 2}) {
      try (Brigade brigade = new Brigade(cores);
          HeldWork work = new HeldWork()) {
        var future = process(disk, work, brigade).returnsAtOnce();
        settle(brigade, future, work);

        Cooking.assertTogether(CHUNK, work, brigade);
      }
    }
  }

  @Test
  @Order(6)
  void one_chunk_is_read_ahead_and_no_more(Disk disk) {
    byte[] sack = sack(6 * CHUNK);
    disk.seed("sack.bin", sack);
    try (Brigade brigade = new Brigade(CORES);
        HeldWork work = new HeldWork()) {
      var future = process(disk, work, brigade).returnsAtOnce();
      settle(brigade, future, work);
      if (bytesRead(disk) < 2 * CHUNK) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "The cooks are at work on the first chunk, and of the second %d bytes are read."
                        .formatted(bytesRead(disk) - CHUNK))
                .means(
                    "Chunk by chunk, this ran one after another: the disk waits for the cooks, then"
                        + " the cooks wait for the disk; together they need the sum of both times")
                .nextStep(
                    "Start the work, then read the next chunk, and only then wait for the work."),
            disk);
      }
      assertNotMore(2, disk);
      Cooking.assertNotCopied(work);

      work.letUntil(CHUNK);
      Await.until(
          "the read of the third chunk: the work on the first one is done",
          () -> bytesRead(disk) >= 3 * CHUNK,
          () -> bytesRead(disk) + " bytes are read");
      settle(brigade, future, work);
      assertNotMore(3, disk);

      work.open();
      Sum sum = resultOf(future);
      work.assertUnchanged();
      assertSum(sack, sum, "the cooks were held for a while");
    }
  }

  @Test
  @Order(7)
  void the_result_of_many_chunks_is_that_of_the_sequential_program(Disk disk) {
    assertSameInSequence(disk, CHUNK + 1, 10 * CHUNK, 10 * CHUNK + 3);
  }

  @Test
  @Order(8)
  void short_reads_change_nothing(Disk disk) {
    byte[] sack = sack(5 * CHUNK + 1);
    disk.seed("sack.bin", sack);
    disk.when(Op.READ).atMost(70);
    try (Brigade brigade = new Brigade(CORES)) {
      Sum sum = resultOf(process(disk, new Checksum(), brigade).returnsAtOnce());

      assertSum(sack, sum, "each read brought at most 70 bytes");
    }
  }

  @Test
  @Order(9)
  void work_that_throws_fails_the_future_and_ends_the_reading(Disk disk) {
    disk.seed("sack.bin", sack(20 * CHUNK));
    for (Throwable thrown :
        new Throwable[] {
          new IllegalStateException("thrown by the work"),
          new StackOverflowError("thrown by the work")
        }) {
      try (Brigade brigade = new Brigade(CORES)) {
        long before = bytesRead(disk);
        var future = process(disk, new ThrowingWork(thrown), brigade).returnsAtOnce();

        Throwable failure =
            thrown instanceof Error
                ? Failures.ofAnError("process(...)", brigade.readers, future)
                : brigade.readers.failureOf("process(...) with work that throws", future);

        assertSame(thrown, failure);
        brigade.readers.settle();
        if (bytesRead(disk) - before > 2 * CHUNK) {
          throw OnDisk.shown(
              Diagnosis.observed(
                      "The work on the first chunk failed; then %d more bytes were read."
                          .formatted(bytesRead(disk) - before - CHUNK))
                  .means("At most the chunk that was being read ahead may still come.")
                  .nextStep("Let the failure end the loop."),
              disk);
        }
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  @Test
  @Order(10)
  void a_read_that_fails_midway_fails_the_future(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK));
    disk.when(Op.READ).from(3).fails("Input/output error");
    try (Brigade brigade = new Brigade(CORES)) {
      Throwable failure =
          brigade.readers.failureOf(
              "process(...) on a failing disk",
              process(disk, new Checksum(), brigade).returnsAtOnce());

      assertIs(IOException.class, failure);
      brigade.readers.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(11)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (Brigade brigade = new Brigade(CORES)) {
      Throwable failure =
          brigade.readers.failureOf(
              "process(...) of a missing file",
              process(disk, new Checksum(), brigade).returnsAtOnce());

      assertMissing("sack.bin", failure);
    }
  }

  @Test
  @Order(12)
  void after_cancel_no_further_chunk_is_read(Disk disk) {
    disk.seed("sack.bin", sack(20 * CHUNK));
    try (Brigade brigade = new Brigade(CORES);
        HeldWork work = new HeldWork()) {
      var future = process(disk, work, brigade).returnsAtOnce();
      settle(brigade, future, work);

      future.cancel(true);
      work.open();
      Await.until("the end of all work after cancel", brigade::isIdle, brigade::whereTheyStand);
      assertThat(disk).everyHandleIsClosed();

      if (bytesRead(disk) > 2 * CHUNK) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "The future was cancelled after two chunks; then %d more bytes were read."
                        .formatted(bytesRead(disk) - 2 * CHUNK))
                .means(
                    "To cancel completes the future and stops nobody: disk and cores go on for no"
                        + " one.")
                .nextStep(
                    "Ask before each chunk whether the future is done already: the very one that"
                        + " you returned, as cancel completes no other."),
            disk);
      }
    }
  }

  @Test
  @Order(13)
  void an_executor_that_refuses_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK));
    try (Brigade brigade = new Brigade(CORES)) {
      brigade.cooks.shutdown();

      assertIs(
          RejectedExecutionException.class,
          brigade.readers.refusalOf(
              "process(...) without cooks", process(disk, new Checksum(), brigade)));
      brigade.readers.settle();
      assertThat(disk).everyHandleIsClosed();

      brigade.readers.shutdown();
      assertIs(
          RejectedExecutionException.class,
          brigade.readers.refusalOf(
              "process(...) without readers", process(disk, new Checksum(), brigade)));
    }
  }

  @Test
  @Order(14)
  void a_file_larger_than_the_heap_gives_the_same_result(Disk disk) throws Exception {
    ChildJvm.Result run = SmallHeap.run(pipeline.getClass(), disk.path("huge.bin"));

    if (run.output().contains("TODO(03-6)")) {
      throw new UnsupportedOperationException(run.output().lines().findFirst().orElseThrow());
    }
    if (!run.output().strip().equals("same")) {
      throw Diagnosis.observed(
              "In a JVM with a heap of 16 MiB, a file of 48 MiB, in chunks of 1 MiB, gave: "
                  + run.output().lines().findFirst().orElse("nothing"))
          .means(
              run.output().contains("OutOfMemoryError")
                  ? "The memory grows with the file: chunks, or what was made of them, are kept."
                  : "Expected is the result of the sequential program.")
          .nextStep("Keep two chunks and one result, and nothing that grows with every chunk.")
          .evidence("What that JVM printed", run.output());
    }
  }

  private <R> Call<CompletableFuture<R>> process(
      Disk disk, ReadAheadPipeline.Work<R> work, Brigade brigade) {
    return Caller.call(
        "process(...)",
        () ->
            pipeline.process(
                disk.path("sack.bin"), CHUNK, work, brigade.readers, brigade.cooks, brigade.cores));
  }

  private static Sum resultOf(CompletableFuture<Sum> future) {
    return Await.result("process(...)", future);
  }

  /**
   * Until readers and cooks have come to rest, with the work held; a future that fails is shown.
   */
  private static void settle(Brigade brigade, CompletableFuture<Sum> future, HeldWork work) {
    Await.until(
        "the first part of the work",
        () -> work.inside() > 0 || future.isDone(),
        () -> "no cook was given any work\n" + brigade.whereTheyStand());
    if (future.isDone()) {
      Await.result("process(...) while the work was held", future);
      throw Diagnosis.observed("The future is complete, and the cooks are still at work.")
          .means("A result was given before there could be one.")
          .nextStep("Complete the future after the work on the last chunk.");
    }
    brigade.settle();
  }

  private static long bytesRead(Disk disk) {
    long bytes = 0;
    for (DiskEvent read : disk.recording().only(Op.READ)) {
      bytes += Math.max(0, read.transferred());
    }
    return bytes;
  }

  private static void assertNotMore(int chunks, Disk disk) {
    if (bytesRead(disk) > (long) chunks * CHUNK) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  ("%d bytes are read, and the work on %d of them is done: more than two chunks of"
                          + " %d are in memory.")
                      .formatted(bytesRead(disk), (chunks - 2) * CHUNK, CHUNK))
              .means("When the disk is faster than the cooks, the memory fills up with the file.")
              .nextStep(
                  "Read one chunk ahead, and the next one only when the work on the first is"
                      + " done."),
          disk);
    }
  }

  private static void assertSum(byte[] sack, Sum sum, String circumstance) {
    Sum expected = new Checksum().of(ByteBuffer.wrap(sack));
    if (!expected.equals(sum)) {
      throw Diagnosis.observed(
              "The pipeline brought %s; in sequence it is %s.".formatted(sum, expected))
          .means(
              sum != null && sum.count() == expected.count()
                  ? "As many bytes, but not the same, or joined in another order; "
                      + circumstance
                      + "."
                  : "Some bytes are missing or were taken twice; " + circumstance + ".")
          .nextStep(
              "Join left to right, part by part and chunk by chunk, and end at the end of file.");
    }
  }

  private static byte[] sack(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
