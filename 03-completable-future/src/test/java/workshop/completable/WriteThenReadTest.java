package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.FutureAssert.assertCausedBy;
import static workshop.completable.FutureAssert.assertExactly;
import static workshop.completable.FutureAssert.bare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.WriteThenReadContract;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  private final Timers timers = Timers.now();

  @Override
  protected void run(Path file, PrintStream out) throws Exception {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call = Call.start("run(...)", () -> program.run(file, out, executor));
      executor.resultOf("run(...)", call.returnsAtOnce());
    } catch (Exception failure) {
      throw unwrapped(failure);
    }
  }

  /** A diagnosis of the contract arrives inside the failure of the program. */
  private static Exception unwrapped(Exception failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Diagnosis diagnosis) {
        throw diagnosis;
      }
      if (at instanceof ClosedChannelException closed) {
        throw Diagnosis.observed("A channel was closed while it was still needed: " + closed)
            .means(
                "A try-with-resources block closes the channel at its end, when the work has only"
                    + " begun.")
            .nextStep("Close the channel in a stage after the work: your own using(...) does that.")
            .because(failure);
      }
    }
    return failure;
  }

  @Override
  protected AutoCloseable startAll(List<Path> files, PrintStream out) throws Exception {
    TrackedExecutor pool = TrackedExecutor.withThreads(ordersAtOnce());
    List<CompletableFuture<?>> ends = new ArrayList<>();
    for (Path file : files) {
      ends.add(CallLog.record("run()", () -> program.run(file, out, pool)));
    }
    return () -> {
      try (pool) {
        for (CompletableFuture<?> end : ends) {
          Await.result("the end of an order", end);
        }
      }
    };
  }

  @Override
  protected int ordersAtOnce() {
    return 8;
  }

  @Override
  protected String word() {
    return "async";
  }

  @Test
  @Order(20)
  void the_caller_is_free_at_every_step_and_no_other_thread_waits(Disk disk) {
    for (Op step : new Op[] {Op.OPEN, Op.WRITE, Op.FORCE, Op.CLOSE, Op.READ}) {
      if (step == Op.FORCE && forcesWithEveryWrite(disk)) {
        continue; // files opened with SYNC need no force
      }
      try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
          Gate held = disk.hold(step)) {
        OtherThreads others = OtherThreads.now();
        var call = run(disk, executor);

        var future = TimedWaits.returnsWhileHeld(call, held);
        others.assertNoneWaits(executor::has, "run(...)");
        executor.settle(held);
        timers.assertNoneSet("run(...)");
        held.open();
        executor.resultOf("run(...)", future);

        OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
      }
    }
  }

  @Test
  @Order(4) // comes before the test that expects a force before success is reported
  void the_program_waits_until_the_data_is_forced(Disk disk) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    // One thread: a force that is only queued comes after a close that does not wait for it.
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        Gate writing = disk.hold(Op.WRITE);
        Gate forcing = disk.hold(Op.FORCE)) {
      var future = run(disk, new PrintStream(printed, true), executor).returnsAtOnce();
      boolean written =
          Eventually.holds(() -> writing.waiting() > 0 || forcing.waiting() > 0)
              && writing.waiting() > 0;
      if (!written && forcing.waiting() == 0) {
        executor.resultOf("run(...)", future);
      }
      if (!written || forcesWithEveryWrite(disk)) {
        return; // other tests explain why
      }
      writing.open();
      Eventually.holds(() -> forcing.waiting() > 0 || future.isDone());
      executor.settle(forcing);

      if (printed.toString(UTF_8).contains("Successfully wrote")) {
        throw OnDisk.shown(
            forcing.waiting() > 0
                ? WriteThenReadDiagnosis.forceNotAwaited()
                : WriteThenReadDiagnosis.neverForced(),
            disk);
      }
      forcing.open();
      executor.resultOf("run(...)", future);
    }
  }

  @Test
  @Order(0) // before the tests that look at the output as soon as the future is complete
  void the_future_completes_after_the_last_line_was_printed(Disk disk) {
    HeldOutput output = new HeldOutput("File Contents");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      try (output) {
        var call = run(disk, new PrintStream(output, true), executor);
        boolean printing = Eventually.holds(output::isHeld);
        executor.settle();

        if (printing && call.hasEnded() && call.returns().isDone()) {
          throw WriteThenReadDiagnosis.completeBeforeThePrinting();
        }
      }
    }
  }

  private static boolean forcesWithEveryWrite(Disk disk) {
    return disk.recording().only(Op.OPEN).events().stream()
        .anyMatch(open -> open.toString().contains("SYNC"));
  }

  @Test
  @Order(21)
  void the_calling_thread_does_other_work_in_the_meantime(Disk disk) {
    try (ExecutorService loop = Executors.newSingleThreadExecutor();
        Heartbeat heartbeat = Heartbeat.on(loop);
        TrackedExecutor executor = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.READ)) {
      var done =
          CompletableFuture.supplyAsync(
                  () -> program.run(disk.path(NAME), nowhere(), executor), loop)
              .thenCompose(future -> future);

      executor.awaitAt(held, 1, "run(...)", done);
      heartbeat.keepsTickingWhile(held, "the caller");
      held.open();
      executor.resultOf("run(...)", done);
    }
  }

  @Test
  @Order(22)
  void one_thread_is_enough_and_the_executor_stays_open(Disk disk) {
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var call = run(disk, one);

      one.resultOf("run(...)", call.returnsAtOnce());

      FutureAssert.assertNotShutDown("run(...)", one);
    }
  }

  @Test
  @Order(23)
  void an_executor_that_is_shut_down_midway_leaves_no_file_open(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.WRITE)) {
      var call = run(disk, executor);
      var future = call.returnsWhileHeld(held);

      executor.shutdown();
      held.open();

      try {
        executor.resultOf("run(...) with shutdown() midway", future); // if no step was to come
      } catch (Exception failure) {
        assertCausedBy(RejectedExecutionException.class, failure);
      }
      DiskAssert.assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(26)
  void an_executor_that_is_already_shut_down_is_an_error(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      executor.shutdown();

      Throwable failure = executor.refusalOf("run(...)", run(disk, executor));

      assertCausedBy(RejectedExecutionException.class, failure);
    }
  }

  @Test
  @Order(27)
  void every_failure_is_an_IOException(Disk disk) {
    IOException full = new IOException("No space left on device");
    disk.when(Op.WRITE).times(1).fails(path -> full);
    SecurityException forbidden = new SecurityException("thrown by the suite");
    disk.when(Op.READ)
        .then(() -> {
          throw forbidden;
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      for (Exception original : new Exception[] {full, forbidden}) {
        Throwable failure = executor.failureOf("run(...)", run(disk, executor).returnsAtOnce());

        if (!(bare(failure) instanceof IOException)) {
          throw WriteThenReadDiagnosis.noIoException(bare(failure));
        }
        if (bare(failure).getCause() != original) {
          throw WriteThenReadDiagnosis.otherCause(original, bare(failure));
        }
      }
    }
  }

  @Test
  @Order(28)
  void a_force_or_a_close_that_fails_is_an_IOException(Disk disk) {
    disk.when(Op.CLOSE).times(1).fails("Disk quota exceeded");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var closing = run(disk, new PrintStream(printed, true), executor).returnsAtOnce();
      assertExactly(
          IOException.class, executor.failureOf("run(...) with a close that fails", closing));
      if (printed.toString(UTF_8).contains("Successfully wrote")) {
        throw WriteThenReadDiagnosis.reportedBeforeTheClose();
      }

      disk.when(Op.FORCE).fails("Input/output error");
      var forcing = run(disk, executor).returnsAtOnce();
      executor.settle();
      if (!forcesWithEveryWrite(disk)) {
        assertExactly(
            IOException.class, executor.failureOf("run(...) with a force that fails", forcing));
      }
    }
  }

  @Test
  @Order(24)
  void a_program_that_is_canceled_leaves_no_file_open(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.WRITE)) {
      var call = run(disk, executor);
      var future = call.returnsWhileHeld(held);

      FutureAssert.cancel(future, disk);
      held.open();
      executor.settle();

      DiskAssert.assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(25)
  void a_directory_instead_of_the_file_is_an_error_that_names_the_path(Disk disk)
      throws IOException {
    Path directory = Files.createDirectory(disk.path(NAME));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call = Call.start("run(...)", () -> program.run(directory, nowhere(), executor));

      Throwable failure = executor.failureOf("run(...) on a directory", call.returnsAtOnce());

      if (!String.valueOf(failure.getMessage()).contains(directory.toString())) {
        throw Diagnosis.observed(
                "There was a directory in place of the file, but the failure does not name the"
                    + " path: "
                    + failure)
            .means("A user cannot tell where to look. The path was " + directory + ".")
            .nextStep("Put the path into the message, and keep the original error as the cause.")
            .because(failure);
      }
    }
  }

  private Call<CompletableFuture<Void>> run(Disk disk, TrackedExecutor executor) {
    return run(disk, nowhere(), executor);
  }

  private Call<CompletableFuture<Void>> run(Disk disk, PrintStream out, TrackedExecutor executor) {
    return Call.start("run(...)", () -> program.run(disk.path(NAME), out, executor));
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
