package workshop.completable;

import static workshop.completable.SampleFiles.assertResults;
import static workshop.completable.SampleFiles.paths;
import static workshop.completable.SampleFiles.seed;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

/** The part of {@link ManyFilesTest} about {@code tryAll}. */
abstract class TryAllTests {

  static final int LIMIT = 3;

  final Timers timers = Timers.now();

  abstract ManyFiles many();

  @Test
  @Order(20)
  void tryAll_has_a_result_for_every_file_in_order(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    disk.when(Op.READ).on("g.txt").fails("Input/output error");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      var future = tryAll(disk, LIMIT, executor).returnsAtOnce();
      List<ManyFiles.Result> results = resultsOf(future, executor, disk);

      assertResults(disk, results);
    }
  }

  @Test
  @Order(21)
  void tryAll_keeps_the_limit_and_the_caller_free(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var call = tryAll(disk, LIMIT, executor);
      var future = call.returnsWhileHeld(held);

      OpenFiles.assertExactly(LIMIT, disk, held, executor);
      timers.assertNoneSet("tryAll(...)");

      held.open();
      executor.resultOf("tryAll(...)", future);
      OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(22)
  void tryAll_begins_the_next_read_when_one_has_ended(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("b.txt").times(1).hold();
        Gate next = disk.when(Op.READ).on("e.txt").times(1).hold()) {
      var future = tryAll(disk, LIMIT, executor).returnsWhileHeld(held);
      executor.settle(held, next);

      ManyFilesDiagnosis.assertStarted("e.txt", next, held, disk);

      held.open();
      next.open();
      executor.resultOf("tryAll(...)", future);
    }
  }

  @Test
  @Order(23)
  void tryAll_reports_more_failures_than_there_are_tasks(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) { // and no file is there
      List<ManyFiles.Result> results =
          executor.resultOf("tryAll(...)", tryAll(disk, 2, executor).returnsAtOnce());

      long failed = results.stream().filter(ManyFiles.Result.Failure.class::isInstance).count();
      if (failed < SampleFiles.NAMES.size()) {
        throw ManyFilesDiagnosis.taskEndedWithItsFailure(
            SampleFiles.NAMES.size(), Math.toIntExact(failed));
      }
    }
  }

  @Test
  @Order(24)
  void tryAll_reports_an_Error_as_a_Failure_or_as_its_own_failure(Disk disk) {
    seed(disk);
    OutOfMemoryError error = new OutOfMemoryError("thrown by the suite");
    disk.when(Op.READ)
        .on("c.txt")
        .then(() -> {
          throw error;
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      var future = tryAll(disk, LIMIT, executor).returnsAtOnce();
      try {
        List<ManyFiles.Result> results = executor.resultOf("tryAll(...) with an Error", future);
        if (!(results.get(2) instanceof ManyFiles.Result.Failure)) {
          throw ManyFilesDiagnosis.failureTurnedIntoContent(error, results.get(2));
        }
      } catch (OutOfMemoryError reported) {
        // The future reports it, which is allowed.
      } catch (Diagnosis notComplete) {
        throw future.isDone() ? notComplete : FutureAssert.errorLost("tryAll(...)");
      }
    }
  }

  @Test
  @Order(24)
  void tryAll_makes_a_Failure_of_any_exception(Disk disk) {
    seed(disk);
    SecurityException thrown = new SecurityException("thrown by the suite");
    disk.when(Op.READ)
        .on("c.txt")
        .then(() -> {
          throw thrown;
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      var future = tryAll(disk, LIMIT, executor).returnsAtOnce();
      ManyFiles.Result result = resultsOf(future, executor, disk).get(2);

      if (!(result instanceof ManyFiles.Result.Failure failure) || failure.reason() != thrown) {
        throw ManyFilesDiagnosis.failureTurnedIntoContent(thrown, result);
      }
    }
  }

  @Test
  @Order(25)
  void tryAll_opens_no_further_file_after_cancel(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var future = tryAll(disk, 2, executor).returnsWhileHeld(held);
      executor.awaitAt(held, 2, "tryAll(...)", future);
      DiskEvent last = disk.recording().events().getLast();
      future.cancel(true);

      held.open();
      executor.settle();

      OpenFiles.assertNoneOpenedAfter(last.startNanos(), disk, "The future was canceled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  Call<CompletableFuture<List<ManyFiles.Result>>> tryAll(
      Disk disk, int limit, TrackedExecutor executor) {
    return Call.start("tryAll(...)", () -> many().tryAll(paths(disk), limit, executor));
  }

  private static List<ManyFiles.Result> resultsOf(
      CompletableFuture<List<ManyFiles.Result>> future, TrackedExecutor executor, Disk disk) {
    try {
      return executor.resultOf("tryAll(...)", future);
    } catch (Diagnosis noResult) {
      throw noResult;
    } catch (Throwable failure) {
      throw OnDisk.shown(ManyFilesDiagnosis.lostWithOne(failure), disk);
    }
  }
}
