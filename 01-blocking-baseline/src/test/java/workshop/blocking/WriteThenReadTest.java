package workshop.blocking;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
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
import workshop.testkit.thread.Heartbeat;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  @Override
  protected void run(Path file, PrintStream out) throws Exception {
    program.run(file, out);
  }

  @Override
  protected AutoCloseable startAll(List<Path> files, PrintStream out) throws Exception {
    for (Path file : files) {
      CallLog.record(
          "run()",
          () -> {
            program.run(file, out);
            return null;
          });
    }
    return () -> {};
  }

  @Override
  protected int ordersAtOnce() {
    return 1;
  }

  @Override
  protected String word() {
    return "blocking";
  }

  @Test
  @Order(20)
  void the_caller_waits_inside_the_write(Disk disk) throws Exception {
    try (Gate held = disk.hold(Op.WRITE)) {
      Call<?> call = Call.start("run", () -> program.run(disk.path(NAME), nowhere()));

      call.waitsInside(held);
      held.open();
      call.returns();
      assertThat(disk)
          .ranOnlyOn(
              thread -> thread.name().equals(call.thread().getName()), "the caller of run()");
    }
  }

  @Test
  @Order(21)
  void the_thread_runs_nothing_else_while_the_program_waits(Disk disk) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        Heartbeat others = Heartbeat.on(thread);
        Gate held = disk.hold(Op.READ)) {
      Future<?> done =
          thread.submit(() -> {
            program.run(disk.path(NAME), nowhere());
            return null;
          });

      Await.until("the read to reach the disk", () -> held.waiting() > 0 || done.isDone());
      if (held.waiting() == 0) {
        throw Diagnosis.observed("run() ended without a single read from the disk.")
            .means("The program shows what it wrote, which may not be what is in the file.")
            .nextStep("Open the file for reading after it is written, and read it to its end.");
      }
      others.stopsWhile(held);
      held.open();
      Await.result("the end of run", done);
    }
  }

  @Test
  @Order(22)
  void every_error_is_an_IOException_with_the_error_of_the_disk_as_a_cause(Disk disk) {
    IOException fault = new IOException("Input/output error");
    disk.when(Op.WRITE).times(1).fails(path -> fault); // in the first call
    disk.when(Op.READ).times(1).fails(path -> fault); // in the second one

    assertFails(disk, fault);
    assertFails(disk, fault);
  }

  private void assertFails(Disk disk, IOException fault) {
    try {
      program.run(disk.path(NAME), nowhere());
    } catch (Exception error) {
      assertKeeps(fault, error);
      return;
    }
    throw Diagnosis.observed(
            "One operation failed, the program tried again, and run() returned normally.")
        .means("The caller does not find out that the disk has a problem.")
        .nextStep("Let the first IOException leave the program, without a second attempt.")
        .evidence("On the disk", disk.recording());
  }

  private static void assertKeeps(IOException fault, Exception error) {
    boolean kept =
        Stream.iterate((Throwable) error, Objects::nonNull, Throwable::getCause)
            .anyMatch(cause -> cause == fault);
    if (!kept || !(error instanceof IOException)) {
      throw Diagnosis.observed(
              (error instanceof IOException
                      ? "run() lost the disk's own error, " + fault + ". It threw: "
                      : "run() threw an exception that is not an IOException: ")
                  + error)
          .means("Callers expect an IOException, and need the disk's own error to find the reason.")
          .nextStep(
              "Throw an IOException that names the file and has the caught exception as its cause.")
          .because(error);
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
