package workshop.completable;

import static org.awaitility.Awaitility.await;
import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertMissing;
import static workshop.completable.FutureAssert.assertNotDoneBeforeTheClose;
import static workshop.completable.FutureAssert.assertSame;
import static workshop.completable.FutureAssert.failureByAnError;
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
import workshop.testkit.thread.ThreadSnapshot;

@ExerciseSuite
class ReadAheadPipelineTest {

  private static final int CHUNK = 1_000;
  private static final int CORES = 4;

  private final ReadAheadPipeline pipeline = Answer.of(ReadAheadPipeline.class);

  private final Timers timers = Timers.now();

  @Test
  @Order(1)
  void the_result_of_one_chunk_is_that_of_the_sequential_program(Disk disk) {
    assertSameInSequence(disk, CHUNK - 1, 1, CHUNK, 0);
  }

  private void assertSameInSequence(Disk disk, int... sizes) {
    for (int size : sizes) {
      byte[] sack = sack(size);
      disk.seed("sack.bin", sack);
      try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
        Sum sum = resultOf(executors, process(disk, new Checksum(), executors).returnsAtOnce());

        assertSum(sack, sum, "The file has %d bytes, and a chunk has %d.".formatted(size, CHUNK));
      }
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        Gate held = disk.hold(Op.OPEN)) {
      var call = process(disk, new Checksum(), executors);

      var future = call.returnsWhileHeld(held);
      held.open();
      resultOf(executors, future);
    }
  }

  @Test
  @Order(3)
  void the_future_completes_after_the_close(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        Gate held = disk.hold(Op.CLOSE)) {
      var future = process(disk, new Checksum(), executors).returnsAtOnce();
      executors.io.awaitAt(held, 1, "process(...)", future);
      executors.io.settle(held);

      assertNotDoneBeforeTheClose(future, disk);
    }
  }

  @Test
  @Order(4)
  void the_disk_is_read_on_io_and_the_work_runs_on_compute(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK + 1)); // the last chunk is hardly worth a task
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        HeldWork work = new HeldWork()) {
      work.open();
      var call = process(disk, work, executors);
      resultOf(executors, call.returnsAtOnce());

      for (DiskEvent map : disk.recording().only(Op.MAP)) {
        throw ReadAheadPipelineDiagnosis.mapped(map);
      }
      OnDisk.assertDoneBy(executors.io, disk.recording(), call.thread());
      ReadAheadPipelineDiagnosis.assertDoneOnCompute(work, executors);
    }
  }

  @Test
  @Order(5)
  void all_cores_work_on_one_chunk_together(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    for (int cores : new int[] {CORES, CORES + 2}) {
      try (PipelineExecutors executors = new PipelineExecutors(cores);
          HeldWork work = new HeldWork()) {
        var future = process(disk, work, executors).returnsAtOnce();
        settle(executors, future, work);

        ReadAheadPipelineDiagnosis.assertTogether(CHUNK, work, executors);
      }
    }
  }

  @Test
  @Order(6)
  void one_chunk_is_read_ahead_and_no_more(Disk disk) {
    byte[] sack = sack(6 * CHUNK);
    disk.seed("sack.bin", sack);
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        HeldWork work = new HeldWork()) {
      var future = process(disk, work, executors).returnsAtOnce();
      settle(executors, future, work);
      if (bytesRead(disk) < 2 * CHUNK) {
        throw OnDisk.shown(ReadAheadPipelineDiagnosis.notReadAhead(bytesRead(disk) - CHUNK), disk);
      }
      assertNotMore(2, disk);
      ReadAheadPipelineDiagnosis.assertNotCopied(work);

      work.letUntil(CHUNK);
      await("the read of the third chunk, after the work on the first")
          .until(() -> bytesRead(disk) >= 3 * CHUNK);
      settle(executors, future, work);
      assertNotMore(3, disk);

      work.open();
      Sum sum = resultOf(executors, future);
      work.assertUnchanged();
      assertSum(sack, sum, "The work was held for a while.");
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
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      Sum sum = resultOf(executors, process(disk, new Checksum(), executors).returnsAtOnce());

      assertSum(sack, sum, "Each read returned at most 70 bytes.");
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
      try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
        long before = bytesRead(disk);
        var future = process(disk, new ThrowingWork(thrown, 0), executors).returnsAtOnce();

        Throwable failure =
            thrown instanceof Error
                ? failureByAnError("process(...)", executors.io, future)
                : executors.io.failureOf("process(...) with work that throws", future);

        assertSame(thrown, failure);
        executors.io.settle();
        assertNotRead(before + 2 * CHUNK, "The work on the first chunk failed", disk);
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  @Test
  @Order(9)
  void an_Error_while_results_are_joined_fails_the_future(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    StackOverflowError thrown = new StackOverflowError("thrown by joined(...)");
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      var future = process(disk, ThrowingWork.whenJoined(thrown, CORES), executors).returnsAtOnce();

      assertSame(thrown, failureByAnError("process(...)", executors.io, future));
    }
  }

  @Test
  @Order(10)
  void a_failed_read_fails_the_future_and_closes_the_file(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK));
    disk.when(Op.READ).from(3).fails("Input/output error");
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      Throwable failure =
          executors.io.failureOf(
              "process(...) on a failing disk",
              process(disk, new Checksum(), executors).returnsAtOnce());

      assertIs(IOException.class, failure);
      executors.io.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(10)
  void a_failed_close_fails_the_future(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    disk.when(Op.CLOSE).fails("Input/output error");
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      var future = process(disk, new Checksum(), executors).returnsAtOnce();

      assertIs(
          IOException.class,
          executors.io.failureOf("process(...) of a file whose close fails", future));
    }
  }

  @Test
  @Order(11)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      Throwable failure =
          executors.io.failureOf(
              "process(...) of a missing file",
              process(disk, new Checksum(), executors).returnsAtOnce());

      assertMissing("sack.bin", failure);
    }
  }

  @Test
  @Order(12)
  void no_further_chunk_is_read_after_cancel(Disk disk) {
    disk.seed("sack.bin", sack(20 * CHUNK));
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        HeldWork work = new HeldWork()) {
      var future = process(disk, work, executors).returnsAtOnce();
      settle(executors, future, work);

      future.cancel(true);
      work.open();
      await("the end of all work after cancel").until(executors::areIdle);
      assertThat(disk).everyHandleIsClosed();

      assertNotRead(2 * CHUNK, "The future was canceled after two chunks", disk);
    }
  }

  @Test
  @Order(13)
  void an_executor_that_is_shut_down_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.seed("sack.bin", sack(5 * CHUNK));
    try (PipelineExecutors executors = new PipelineExecutors(CORES)) {
      executors.compute.shutdown();
      assertRejected(disk, executors);
      executors.io.settle();
      assertThat(disk).everyHandleIsClosed();

      executors.io.shutdown();
      assertRejected(disk, executors);
    }
  }

  @Test
  @Order(14)
  void the_pipeline_waits_as_long_as_the_work_takes(Disk disk) {
    disk.seed("sack.bin", sack(3 * CHUNK));
    try (PipelineExecutors executors = new PipelineExecutors(CORES);
        HeldWork work = new HeldWork()) {
      var future = process(disk, work, executors).returnsAtOnce();
      settle(executors, future, work);

      timers.assertNoneSet("process(...)");
      for (ThreadSnapshot thread : executors.sleepingThreadsOfIo()) {
        if (thread.state() == Thread.State.TIMED_WAITING) {
          throw thread.doing().contains("Thread.sleep") || thread.doing().contains("parkNanos")
              ? ReadAheadPipelineDiagnosis.polls(thread)
              : ReadAheadPipelineDiagnosis.waitsForATime(thread);
        }
      }
    }
  }

  @Test
  @Order(15)
  void a_file_larger_than_the_heap_gives_the_same_result(Disk disk) throws Exception {
    ChildJvm.Result run = SmallHeap.run(pipeline.getClass(), disk.path("huge.bin"));

    if (run.output().contains("TODO(03-6)")) {
      throw new UnsupportedOperationException(run.output().lines().findFirst().orElseThrow());
    }
    if (!run.output().strip().equals("same")) {
      throw Diagnosis.observed(
              "In a JVM with a heap of 16 MiB, a file of 48 MiB in chunks of 1 MiB gave: "
                  + run.output().lines().findFirst().orElse("nothing"))
          .means(
              run.output().contains("OutOfMemoryError")
                  ? "The memory grows with the file: your code keeps chunks, or what it computed"
                      + " from them."
                  : "This is not the result of the sequential program.")
          .nextStep("Keep only two chunks and one result, nothing that grows with every chunk.")
          .evidence("What that JVM printed", run.output());
    }
  }

  private <R> Call<CompletableFuture<R>> process(
      Disk disk, ReadAheadPipeline.Work<R> work, PipelineExecutors executors) {
    return Call.start(
        "process(...)",
        () ->
            pipeline.process(
                disk.path("sack.bin"),
                CHUNK,
                work,
                executors.io,
                executors.compute,
                executors.cores));
  }

  private static Sum resultOf(PipelineExecutors executors, CompletableFuture<Sum> future) {
    return executors.io.resultOf("process(...)", future);
  }

  /** Waits, with the work held, until no thread moves; a future that fails is shown. */
  private static void settle(
      PipelineExecutors executors, CompletableFuture<Sum> future, HeldWork work) {
    await("the first part of the work").until(() -> work.inside() > 0 || future.isDone());
    if (future.isDone()) {
      Await.result("process(...) while the work was held", future);
      throw ReadAheadPipelineDiagnosis.completeWhileWorking();
    }
    executors.assertNoneSpins();
    executors.settle();
  }

  private void assertRejected(Disk disk, PipelineExecutors executors) {
    var call = process(disk, new Checksum(), executors);
    assertIs(RejectedExecutionException.class, executors.io.refusalOf("process(...)", call));
  }

  private static long bytesRead(Disk disk) {
    long bytes = 0;
    for (DiskEvent read : disk.recording().only(Op.READ)) {
      bytes += Math.max(0, read.transferred());
    }
    return bytes;
  }

  private static void assertNotRead(long most, String why, Disk disk) {
    if (bytesRead(disk) > most) {
      throw OnDisk.shown(
          ReadAheadPipelineDiagnosis.readAfterTheEnd(why, bytesRead(disk) - most), disk);
    }
  }

  private static void assertNotMore(int chunks, Disk disk) {
    if (bytesRead(disk) > (long) chunks * CHUNK) {
      throw OnDisk.shown(
          ReadAheadPipelineDiagnosis.tooFarAhead(bytesRead(disk), (chunks - 2) * CHUNK, CHUNK),
          disk);
    }
  }

  private static void assertSum(byte[] sack, Sum sum, String circumstance) {
    Sum expected = new Checksum().of(ByteBuffer.wrap(sack));
    if (!expected.equals(sum)) {
      throw ReadAheadPipelineDiagnosis.otherResult(expected, sum, CHUNK, CORES, circumstance);
    }
  }

  private static byte[] sack(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
