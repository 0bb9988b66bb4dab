package workshop.completable;

import static workshop.completable.Failures.assertIs;

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
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  @Override
  protected void run(Path file, PrintStream out) throws Exception {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = Caller.call("run(...)", () -> program.run(file, out, assistants));
      assistants.resultOf("run(...)", call.returnsAtOnce());
    } catch (Exception failure) {
      throw told(failure);
    }
  }

  /** What the contract says comes wrapped in the program's own failure. */
  private static Exception told(Exception failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Diagnosis teaching) {
        throw teaching;
      }
      if (at instanceof ClosedChannelException closed) {
        throw Diagnosis.observed("A channel was closed while it was still needed: " + closed)
            .means(
                "try-with-resources closes at the end of its block; the work has only begun then.")
            .nextStep("Close in a stage after the work: your own using(...) does.")
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
  void you_are_free_at_every_step_and_so_is_everybody_else(Disk disk) {
    for (Op step : new Op[] {Op.OPEN, Op.WRITE, Op.FORCE, Op.READ}) {
      try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
          Gate held = disk.hold(step)) {
        Bystanders others = Bystanders.look();
        var call =
            Caller.call("run(...)", () -> program.run(disk.path(NAME), nowhere(), assistants));

        var future = call.returnsWhileHeld(held);
        others.assertNobodyWaitsBut(assistants, "run(...)");
        held.open();
        assistants.resultOf("run(...)", future);

        OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
      }
    }
  }

  @Test
  @Order(21)
  void while_the_assistant_is_away_you_go_on_cooking(Disk disk) {
    try (ExecutorService kitchen = Executors.newSingleThreadExecutor();
        Heartbeat cooking = Heartbeat.on(kitchen);
        TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.READ)) {
      var done =
          CompletableFuture.supplyAsync(
                  () -> program.run(disk.path(NAME), nowhere(), assistants), kitchen)
              .thenCompose(future -> future);

      assistants.awaitAt(held, 1, "run(...)", done);
      cooking.keepsTickingWhile(held, "the chef");
      held.open();
      assistants.resultOf("run(...)", done);
    }
  }

  @Test
  @Order(22)
  void one_assistant_is_enough(Disk disk) {
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var call = Caller.call("run(...)", () -> program.run(disk.path(NAME), nowhere(), one));

      one.resultOf("run(...)", call.returnsAtOnce());

      if (one.isShutdown()) {
        throw Diagnosis.observed("After run(...) the executor that was given is shut down.")
            .means("It belongs to somebody else, who wants to go on using it.")
            .nextStep("Close only what you have opened yourself.");
      }
    }
  }

  @Test
  @Order(23)
  void when_the_executor_is_shut_down_midway_nobody_waits_and_nothing_stays_open(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.WRITE)) {
      var call = Caller.call("run(...)", () -> program.run(disk.path(NAME), nowhere(), assistants));
      var future = call.returnsWhileHeld(held);

      assistants.shutdown();
      held.open();

      try {
        assistants.resultOf("run(...) with shutdown() midway", future); // if no step was to come
      } catch (Exception failure) {
        assertIs(RejectedExecutionException.class, failure);
      }
      DiskAssert.assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(24)
  void cancelled_midway_it_leaves_nothing_open(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.WRITE)) {
      var call = Caller.call("run(...)", () -> program.run(disk.path(NAME), nowhere(), assistants));
      var future = call.returnsWhileHeld(held);

      future.cancel(true);
      held.open();
      assistants.settle();

      DiskAssert.assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(25)
  void a_directory_in_place_of_the_file_is_an_error_that_names_the_path(Disk disk)
      throws IOException {
    Path directory = Files.createDirectory(disk.path(NAME));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = Caller.call("run(...)", () -> program.run(directory, nowhere(), assistants));

      Throwable failure = assistants.failureOf("run(...) on a directory", call.returnsAtOnce());

      if (!String.valueOf(failure.getMessage()).contains(directory.toString())) {
        throw Diagnosis.observed(
                "In place of the file was a directory; the failure was: " + failure)
            .means("It does not say which one: this was " + directory)
            .nextStep("Let the message name the file, and keep the original error as the cause.")
            .because(failure);
      }
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
