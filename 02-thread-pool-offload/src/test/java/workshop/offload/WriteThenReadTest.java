package workshop.offload;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.WriteThenReadContract;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.exercise.UncaughtExceptions;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class WriteThenReadTest extends WriteThenReadContract {

  /** A line of the program, and not of the loop that runs it and may have nothing to do. */
  private static final Predicate<StackTraceElement> IN_A_TASK =
      frame ->
          frame.getClassName().startsWith("workshop.offload.")
              && !frame.getClassName().startsWith(TinyRuntime.class.getName());

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  /** What the suite itself throws inside the program comes out as it is, without a wrapper. */
  @Override
  protected void run(Path file, PrintStream out) throws Exception {
    try {
      Call<?> call = Caller.call("run", () -> program.run(file, out));
      Standstill.orElse(call::isBack, () -> neverEnds(call));
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
  @Order(20)
  void start_comes_back_while_the_disk_is_held(Disk disk) {
    try (TinyRuntime runtime = new TinyRuntime();
        Gate held = disk.hold(Op.OPEN)) {
      Future<?> end =
          Caller.call("start", () -> program.start(disk.path(NAME), nowhere(), runtime))
              .returnsWhileHeld(held);

      held.open();
      Await.result("the end of the program", end);
    }
  }

  @Test
  @Order(21)
  void the_loop_is_free_at_every_single_operation(Disk disk) {
    try (TinyRuntime runtime = new TinyRuntime();
        Heartbeat guests = Heartbeat.on(runtime::execute);
        Gate held = disk.hold(Op.OPEN, Op.WRITE, Op.FORCE, Op.READ, Op.CLOSE)) {
      Future<?> end =
          Caller.call("start", () -> program.start(disk.path(NAME), nowhere(), runtime))
              .returnsWhileHeld(held);

      while (!end.isDone()) {
        Await.until("the next operation", () -> held.waiting() > 0 || end.isDone());
        if (held.waiting() > 0) {
          guests.keepsTickingWhile(held, "the loop");
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
  void all_printing_is_done_by_the_loop(Disk disk) {
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            String thread = Thread.currentThread().getName();
            if (!thread.equals("loop")) {
              throw printedBy(thread, line.strip());
            }
          }
        };

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
      throw Diagnosis.observed("The directory is missing; the program failed with " + failure)
          .means("The disk's own error is lost.")
          .nextStep("Fail the end of the program with the cause of the ExecutionException.")
          .because(failure);
    }
  }

  @Test
  @Order(24)
  void an_exception_on_the_loop_ends_it_too(Disk disk) {
    for (String line : List.of("Successfully wrote", "Successfully read", "Starting async write")) {
      PrintStream out =
          new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String text) {
              if (text.contains(line)) {
                throw new IllegalStateException("the printer is on fire");
              }
            }
          };

      try (TinyRuntime runtime = new TinyRuntime()) {
        Future<?> end = start(disk.path(NAME), out, runtime);
        Standstill.orElse(
            end::isDone,
            () ->
                Diagnosis.observed(
                        "Printing \"%s…\" threw an exception, and the program never ended."
                            .formatted(line))
                    .means(
                        "The exception ended in the loop, which goes on; whoever waits for the"
                            + " program waits forever.")
                    .nextStep(
                        "Catch what each task and each continuation throws on the loop, and fail the"
                            + " end of the program with it."));
        if (end.state() == Future.State.SUCCESS) {
          throw Diagnosis.observed(
                  "Printing \"%s…\" threw an exception, and the program ended as a success."
                      .formatted(line))
              .means("Whoever waits for it believes in an output that is not there.")
              .nextStep(
                  "Let what follows wait for what comes before: one task announces, then begins.");
        }
      }
    }
  }

  private static Diagnosis printedBy(String thread, String line) {
    Diagnosis.Observed observed =
        Diagnosis.observed("\"%s\" was printed by \"%s\".".formatted(line, thread));
    return thread.equals("caller")
        ? observed
            .means("Whoever calls start() is not the loop, and only sets the program going.")
            .nextStep("Announce in the task that start() gives to runtime.execute().")
        : observed
            .means("The blocking threads are for what blocks; the program itself is the loop's.")
            .nextStep("Print in the continuation, and in nothing that is offloaded.");
  }

  private static Diagnosis neverEnds(Call<?> call) {
    for (ThreadSnapshot each : ThreadSnapshot.everywhere()) {
      Optional<StackTraceElement> line = each.stack().stream().filter(IN_A_TASK).findFirst();
      boolean ours = each.name().equals("loop") && each.id() > call.thread().threadId();
      if (ours && each.isParked() && line.isPresent()) {
        return Diagnosis.observed(
                "run() does not come back: \"loop\" itself waits in what %s:%d calls."
                    .formatted(line.get().getFileName(), line.get().getLineNumber()))
            .means("While the loop waits nobody runs the task, or sees the end, that it waits for.")
            .nextStep(
                "Never wait on the loop: go on in a continuation; and let run() close the runtime,"
                    + " on its caller's thread.")
            .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
      }
    }
    return Diagnosis.observed(
            "run() does not come back: its thread " + ThreadSnapshot.of(call.thread()))
        .means("Nothing moves any more: what it waits for will never come.")
        .nextStep("Find the step that ended without going on, and without failing the end.")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  private Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    return Caller.call("start", () -> program.start(file, out, runtime)).returns();
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
