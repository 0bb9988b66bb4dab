package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.UncaughtExceptions;
import workshop.testkit.exercise.WriteThenReadContract;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class WriteThenReadTest extends WriteThenReadContract {

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  /**
   * An exception that the suite itself throws inside the program comes out unchanged, without a
   * wrapper.
   */
  @Override
  protected void run(Path file, PrintStream out) throws Exception {
    try {
      StartedThreads loops = StartedThreads.named("loop");
      Call<?> call = Call.start("run", () -> program.run(file, out));
      Eventually.orElse(
          call::hasEnded, () -> WriteThenReadDiagnosis.neverEnds(call, call.thread().threadId()));
      WriteThenReadDiagnosis.assertClosed(loops);
      call.returns();
    } catch (Exception e) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        if (at instanceof AssertionError ours) {
          throw ours;
        }
      }
      throw e;
    }
  }

  @Override
  protected AutoCloseable startAll(List<Path> files, PrintStream out) throws Exception {
    TinyRuntime runtime = new TinyRuntime();
    List<Future<?>> ends = new ArrayList<>();
    for (Path file : files) {
      ends.add(CallLog.record("start()", () -> program.start(file, out, runtime)));
    }
    return () -> {
      try (runtime) {
        for (Future<?> end : ends) {
          Await.result("the end of an order", end);
        }
      }
    };
  }

  @Override
  protected int ordersAtOnce() {
    return 4; // the blocking threads of a TinyRuntime
  }

  @Override
  protected String word() {
    return "async";
  }

  @Test
  @Order(0)
  void the_read_begins_after_the_write(Disk disk) {
    disk.seed(NAME, "an older file");
    // A read that was submitted together with the write must not overtake the write.
    CountDownLatch writing = new CountDownLatch(1);
    disk.when(Op.WRITE).then(writing::countDown);
    disk.when(Op.READ).then(() -> OpenedRuntime.awaitQuietly(writing));

    TinyRuntime runtime = new TinyRuntime();
    try (Gate held = disk.hold(Op.WRITE)) {
      Call<Future<?>> start =
          Call.start("start", () -> program.start(disk.path(NAME), nowhere(), runtime));
      Future<?> end = start.returnsWhileHeld(held);
      Eventually.holds(() -> held.waiting() > 0 || end.isDone());

      if (held.waiting() > 0) {
        awaitOtherWork(runtime);
        if (!disk.recording().only(Op.READ).isEmpty()) {
          throw WriteThenReadDiagnosis.readsDuringTheWrite(disk.recording());
        }
      }
      held.open();
      Eventually.orElse(end::isDone, () -> WriteThenReadDiagnosis.neverEnds(start, 0));
      runtime.close();
    }
  }

  /**
   * One blocking thread is held inside the write. Waits until the loop has ended its task, and then
   * until the other three threads have met: they have finished all work that came before.
   */
  private static void awaitOtherWork(TinyRuntime runtime) {
    CountDownLatch loopIsFree = new CountDownLatch(1);
    runtime.execute(loopIsFree::countDown);
    Eventually.holds(() -> loopIsFree.getCount() == 0);
    CountDownLatch met = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      runtime.offload(
          () -> {
            met.countDown();
            Await.latch("three blocking threads to meet", met);
            return null;
          },
          done -> {});
    }
    Eventually.holds(() -> met.getCount() == 0);
    while (met.getCount() > 0) {
      met.countDown(); // ends the threads that are still waiting
    }
  }

  @Test
  @Order(20)
  void start_returns_while_the_disk_is_held(Disk disk) {
    try (TinyRuntime runtime = new TinyRuntime();
        Gate held = disk.hold(Op.OPEN)) {
      Future<?> end =
          Call.start("start", () -> program.start(disk.path(NAME), nowhere(), runtime))
              .returnsWhileHeld(held);

      held.open();
      Await.result("the end of the program", end);
    }
  }

  @Test
  @Order(21)
  void the_loop_is_free_during_every_operation(Disk disk) {
    try (TinyRuntime runtime = new TinyRuntime();
        Heartbeat others = Heartbeat.on(runtime::execute);
        Gate held = disk.hold(Op.OPEN, Op.WRITE, Op.FORCE, Op.READ, Op.CLOSE)) {
      Future<?> end =
          Call.start("start", () -> program.start(disk.path(NAME), nowhere(), runtime))
              .returnsWhileHeld(held);

      while (!end.isDone()) {
        Await.until("the next operation", () -> held.waiting() > 0 || end.isDone());
        if (held.waiting() > 0) {
          others.keepsTickingWhile(held, "the loop");
          held.let(1);
        }
      }
      Await.result("the end of the program", end);
    }
    assertThat(disk)
        .ranOnlyOn(thread -> thread.name().startsWith("blocking-"), "a blocking thread");
  }

  @Test
  @Order(22)
  void only_the_loop_prints(Disk disk) {
    PrintStream out =
        listenedTo(text -> {
          String thread = Thread.currentThread().getName();
          if (!thread.equals("loop") && !text.isBlank()) {
            throw WriteThenReadDiagnosis.printedBy(thread, text.strip());
          }
        });

    try (TinyRuntime runtime = new TinyRuntime()) {
      Await.result("the end of the program", start(disk.path(NAME), out, runtime));
    }
  }

  @Test
  @Order(23)
  void an_error_in_any_step_ends_the_program_with_that_error(Disk disk) {
    Path file = disk.path("no-such-directory").resolve(NAME);

    try (TinyRuntime runtime = new TinyRuntime()) {
      Throwable failure = Await.failure("the program", start(file, nowhere(), runtime));
      for (Throwable at = failure; at != null; at = at.getCause()) {
        if (at instanceof NoSuchFileException) {
          return;
        }
      }
      throw Diagnosis.observed(
              "The directory is missing, but a NoSuchFileException is not among the causes of "
                  + failure)
          .means("The disk's own error is lost, and with it the reason.")
          .nextStep("Fail the end future with the cause of the ExecutionException.")
          .because(failure);
    }
  }

  @Test
  @Order(24)
  void run_keeps_the_cause_of_a_failure(Disk disk) {
    IOException fault = new IOException("Input/output error");
    disk.when(Op.READ).fails(path -> fault);

    Throwable thrown =
        Call.start("run", () -> program.run(disk.path(NAME), nowhere())).fails(Throwable.class);

    WriteThenReadDiagnosis.assertKeeps(fault, thrown);
  }

  @Test
  @Order(24)
  void run_throws_an_IOException_even_for_an_Error(Disk disk) {
    Error fault = new InternalError("simulated by the suite");
    disk.when(Op.READ)
        .then(() -> {
          throw fault;
        });

    Throwable thrown =
        Call.start("run", () -> program.run(disk.path(NAME), nowhere())).fails(Throwable.class);

    WriteThenReadDiagnosis.assertKeeps(fault, thrown);
  }

  @Test
  @Order(25)
  void an_interrupt_ends_run_although_the_disk_does_not_answer(Disk disk) {
    try (Gate held = disk.hold(Op.OPEN)) {
      Call<?> run = Call.start("run", () -> program.run(disk.path(NAME), nowhere()));
      held.awaitArrivals(1);
      WriteThenReadDiagnosis.assertWaitsWithoutALimit(run);

      run.interrupt();

      Eventually.orElse(run::hasEnded, () -> WriteThenReadDiagnosis.stillWaits(run.thread()));
      run.fails(IOException.class);
      run.interruptFlagIsKept();
    }
  }

  @Test
  @Order(26)
  void an_error_on_the_loop_ends_the_program_as_well(Disk disk) {
    for (String line : List.of("Successfully wrote", "Successfully read", "Starting async write")) {
      InternalError error = new InternalError("simulated by the suite");
      PrintStream out =
          listenedTo(text -> {
            if (text.contains(line)) {
              throw error;
            }
          });

      try (TinyRuntime runtime = new TinyRuntime()) {
        Future<?> end = start(disk.path(NAME), out, runtime);
        Eventually.orElse(
            end::isDone,
            () ->
                Diagnosis.observed(
                        "Printing \"%s…\" threw an Error, and the program never ended."
                            .formatted(line))
                    .means(
                        "The loop caught the Error and continued. A caller that waits for the"
                            + " program waits forever.")
                    .nextStep(
                        "Catch Throwable around each task and each continuation, and fail the end"
                            + " future with it."));
        if (end.state() == Future.State.SUCCESS) {
          throw Diagnosis.observed(
                  "Printing \"%s…\" threw an Error, but the program ended successfully."
                      .formatted(line))
              .means("The caller believes that all lines were printed.")
              .nextStep(
                  "Print a line and begin its step in the same task, so that an Error stops both."
                      + " Complete the end future after the last line.");
        }
        WriteThenReadDiagnosis.assertFailsWith(error, end.exceptionNow());
      }
    }
  }

  @Test
  @Order(27)
  void the_future_is_done_after_the_text_is_shown(Disk disk) {
    AtomicReference<Future<?>> end = new AtomicReference<>(new CompletableFuture<>());
    AtomicBoolean tooEarly = new AtomicBoolean();
    PrintStream out =
        listenedTo(text -> {
          if (text.contains("non-blocking operation") && end.get().isDone()) {
            tooEarly.set(true);
          }
        });

    try (TinyRuntime runtime = new TinyRuntime();
        Gate held = disk.hold(Op.OPEN)) {
      end.set(
          Call.start("start", () -> program.start(disk.path(NAME), out, runtime))
              .returnsWhileHeld(held));
      held.open();
      Await.result("the end of the program", end.get());
    }
    if (tooEarly.get()) {
      throw WriteThenReadDiagnosis.endsTooEarly();
    }
  }

  private Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    return Call.start("start", () -> program.start(file, out, runtime)).returns();
  }

  /** Passes each text to {@code listener} while it is printed, on the thread that prints it. */
  private static PrintStream listenedTo(Consumer<String> listener) {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int value) {
            listener.accept(String.valueOf((char) value));
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            listener.accept(new String(bytes, offset, length, UTF_8));
          }
        },
        true);
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
