package workshop.completable;

import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertMissing;
import static workshop.completable.FutureAssert.failureByAnError;
import static workshop.completable.SampleFiles.assertContents;
import static workshop.completable.SampleFiles.paths;
import static workshop.completable.SampleFiles.seed;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ManyFilesTest extends TryAllTests {

  /** Unsorted, with one file twice. */
  private static final List<String> MIXED = List.of("h.txt", "b.txt", "h.txt", "a.txt");

  private final ManyFiles many = Answer.of(ManyFiles.class);

  @Override
  ManyFiles many() {
    return many;
  }

  @Test
  @Order(1)
  void all_files_are_read_in_order(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      List<byte[]> contents =
          executor.resultOf("readAll(...)", readAll(disk, LIMIT, executor).returnsAtOnce());

      assertContents(contents);
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.OPEN, Op.ATTRIBUTES)) {
      var call = readAll(disk, LIMIT, executor);

      var future = TimedWaits.returnsWhileHeld(call, held);
      timers.assertNoneSet("readAll(...)");
      held.open();
      assertContents(executor.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(3)
  void as_many_files_as_the_limit_are_read_at_once_and_no_more(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var call = readAll(disk, LIMIT, executor);
      var future = call.returnsWhileHeld(held);

      OpenFiles.assertExactly(LIMIT, disk, held, executor);

      held.open();
      executor.resultOf("readAll(...)", future);
      OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
      ManyFilesDiagnosis.assertEachOpenedOnce(disk);
    }
  }

  @Test
  @Order(4)
  void the_next_read_begins_when_one_has_ended(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("b.txt").times(1).hold();
        Gate next = disk.when(Op.READ).on("e.txt").times(1).hold()) {
      var future =
          readAll(disk, LIMIT, executor)
              .returnsWhileHeld(held); // stays held while the others continue
      executor.settle(held, next);

      ManyFilesDiagnosis.assertStarted("e.txt", next, held, disk);
      held.open();
      next.open();
      assertContents(executor.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(5)
  void the_limit_holds_to_the_end(Disk disk) {
    seed(disk);
    for (int limit : new int[] {1, 2, LIMIT, 20}) {
      try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
        DiskEvent last =
            disk.recording().events().isEmpty() ? null : disk.recording().events().getLast();
        assertContents(
            executor.resultOf("readAll(...)", readAll(disk, limit, executor).returnsAtOnce()));
        OpenFiles.assertNeverMoreThan(limit, disk, last);
      }
    }
  }

  @Test
  @Order(6)
  void results_are_in_order_whichever_file_is_read_first(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate first = disk.when(Op.READ).on("a.txt").times(1).hold()) {
      var future = readAll(disk, LIMIT, executor).returnsWhileHeld(first);
      executor.settle(first);
      ManyFilesDiagnosis.assertAllOthersRead(first, disk);

      first.open();

      assertContents(executor.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(7)
  void the_first_failure_fails_the_future_at_once(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("a.txt").times(1).hold();
        Gate failing = disk.when(Op.OPEN).on("b.txt").hold()) {
      var future = readAll(disk, 2, executor).returnsWhileHeld(held);
      executor.awaitAt(failing, 1, "readAll(...)", future, held);
      failing.open();
      settleOrDone(executor, future, held);

      if (!future.isDone()) {
        held.open();
        executor.settle();
        throw OnDisk.shown(
            future.state() == Future.State.SUCCESS
                ? ManyFilesDiagnosis.failureSwallowed()
                : ManyFilesDiagnosis.waitsForTheSlowest(),
            disk);
      }
      Throwable failure = Await.failure("readAll(...) with a missing file", future);
      assertMissing("b.txt", failure);
    }
  }

  @Test
  @Order(8)
  void no_further_file_is_opened_after_the_first_failure(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("a.txt").times(1).hold();
        Gate failing = disk.when(Op.OPEN).on("b.txt").hold()) {
      var future = readAll(disk, 2, executor).returnsWhileHeld(held);
      executor.awaitAt(failing, 1, "readAll(...)", future, held);
      failing.open();
      executor.failureOf("readAll(...) with a missing file", future, held);

      held.open();
      executor.settle();

      DiskEvent failed = failing.arrivals().getFirst();
      OpenFiles.assertNoneOpenedAfter(failed.endNanos(), disk, "b.txt has failed");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(9)
  void no_further_file_is_opened_after_cancel(Disk disk) {
    assertNoneOpenedAfterCancel(disk, 2);
  }

  @Test
  @Order(35)
  void a_task_that_was_still_queued_opens_no_file_after_cancel(Disk disk) {
    assertNoneOpenedAfterCancel(disk, 1);
  }

  private void assertNoneOpenedAfterCancel(Disk disk, int threads) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(threads);
        Gate held = disk.hold(Op.READ)) {
      var future = readAll(disk, 2, executor).returnsWhileHeld(held);
      executor.awaitAt(held, threads, "readAll(...)", future);
      DiskEvent last = disk.recording().events().getLast();
      future.cancel(true);

      held.open();
      executor.settle();

      OpenFiles.assertNoneOpenedAfter(last.startNanos(), disk, "The future was canceled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(10)
  void an_Error_fails_the_future(Disk disk) {
    seed(disk);
    disk.when(Op.READ)
        .on("c.txt")
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      Throwable failure =
          failureByAnError(
              "readAll(...)", executor, readAll(disk, LIMIT, executor).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
    }
  }

  @Test
  @Order(11)
  void a_list_may_be_unsorted_and_name_a_file_twice(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(8)) {
      List<Path> files = MIXED.stream().map(disk::path).toList();
      var call = Call.start("readAll(...)", () -> many.readAll(files, LIMIT, executor));

      assertContents(MIXED, executor.resultOf("readAll(...)", call.returnsAtOnce()));
      ManyFilesDiagnosis.assertReadTwice("h.txt", disk);
    }
  }

  @Test
  @Order(12)
  void two_calls_at_the_same_time_share_nothing(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      var first = readAll(disk, 1, executor).returnsWhileHeld(held);
      var second = readAll(disk, 1, executor).returnsAtOnce();
      executor.awaitAt(held, 2, "readAll(...)", second);
      held.open();

      ManyFilesDiagnosis.assertNotMixed(executor.resultOf("readAll(...)", first).size());
      ManyFilesDiagnosis.assertNotMixed(executor.resultOf("readAll(...)", second).size());
    }
  }

  @Test
  @Order(30)
  void an_empty_list_gives_an_empty_result(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      var all = Call.start("readAll(...)", () -> many.readAll(List.of(), LIMIT, executor));
      var each = Call.start("tryAll(...)", () -> many.tryAll(List.of(), LIMIT, executor));

      int count =
          executor.resultOf("readAll(...) of an empty list", all.returnsAtOnce()).size()
              + executor.resultOf("tryAll(...) of an empty list", each.returnsAtOnce()).size();

      if (count != 0) {
        throw ManyFilesDiagnosis.resultsForNoFiles(count);
      }
    }
  }

  @Test
  @Order(31)
  void a_limit_that_is_not_positive_is_rejected_at_once(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      for (int limit : new int[] {0, -1}) {
        assertRefused("readAll", limit, readAll(disk, limit, executor));
        assertRefused("tryAll", limit, tryAll(disk, limit, executor));
      }
    }
  }

  @Test
  @Order(32)
  void an_executor_that_is_shut_down_is_an_error(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      executor.shutdown();

      Throwable failure = executor.refusalOf("readAll(...)", readAll(disk, LIMIT, executor));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  @Test
  @Order(33)
  void an_executor_that_rejects_the_second_task_is_an_error(Disk disk) {
    seed(disk);
    // One thread and no queue: the second task is rejected.
    try (ExecutorService saturated =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        Gate held = disk.hold(Op.READ)) {
      var call = Call.start("readAll(...)", () -> many.readAll(paths(disk), LIMIT, saturated));
      Throwable failure;
      try {
        CompletableFuture<List<byte[]>> future = call.returnsAtOnce();
        held.open(); // not earlier: until then, the only thread is busy
        failure =
            Await.failure(
                "the number of results of readAll(...) on a saturated executor",
                future.thenApply(List::size));
      } catch (RejectedExecutionException thrown) {
        failure = thrown;
      }
      assertIs(RejectedExecutionException.class, failure);
    }
    ManyFilesDiagnosis.assertOneOpenedAtMost(disk); // because the first task has ended
  }

  @Test
  @Order(34)
  void an_executor_that_is_shut_down_midway_leaves_no_caller_waiting(Disk disk) {
    seed(disk);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      var future = readAll(disk, 2, executor).returnsWhileHeld(held);
      executor.awaitAt(held, 2, "readAll(...)", future);
      executor.shutdown(); // an answer with one task per file has more tasks to start
      held.open();

      try {
        assertContents(executor.resultOf("readAll(...) after shutdown()", future));
      } catch (RejectedExecutionException expected) {
        // Some files had not been read yet.
      }
    }
  }

  private Call<CompletableFuture<List<byte[]>>> readAll(
      Disk disk, int limit, TrackedExecutor executor) {
    return Call.start("readAll(...)", () -> many.readAll(paths(disk), limit, executor));
  }

  /** Waits until no thread runs. A thread outside the executor may complete the future, too. */
  private static void settleOrDone(
      TrackedExecutor executor, CompletableFuture<?> future, Gate held) {
    executor.settle(held);
    try {
      future.get(1, TimeUnit.SECONDS);
    } catch (Exception failedOrNotDone) {
      // The test checks which of the two happened.
    }
  }

  private static <T> void assertRefused(String method, int limit, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = call.returnsAtOnce();
    } catch (IllegalArgumentException refused) {
      assertMentions(limit, refused);
      return;
    }
    throw future.isCompletedExceptionally()
        ? ManyFilesDiagnosis.limitRefusedInTheFuture(method, limit)
        : ManyFilesDiagnosis.limitAccepted(method, limit);
  }

  private static void assertMentions(int limit, IllegalArgumentException refused) {
    if (!String.valueOf(refused.getMessage()).contains(String.valueOf(limit))) {
      throw ManyFilesDiagnosis.limitNotNamed(limit, refused);
    }
  }
}
