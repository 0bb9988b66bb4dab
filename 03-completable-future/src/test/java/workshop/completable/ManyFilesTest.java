package workshop.completable;

import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.completable.Shelf.assertContents;
import static workshop.completable.Shelf.assertResults;
import static workshop.completable.Shelf.paths;
import static workshop.completable.Shelf.seed;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
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
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ManyFilesTest {

  private static final int LIMIT = 3;

  private final ManyFiles many = Answer.of(ManyFiles.class);

  @Test
  @Order(1)
  void all_files_are_read_in_order(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8)) {
      List<byte[]> contents =
          assistants.resultOf("readAll(...)", readAll(disk, LIMIT, assistants).returnsAtOnce());

      assertContents(contents);
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.OPEN)) {
      var call = readAll(disk, LIMIT, assistants);

      var future = call.returnsWhileHeld(held);
      held.open();
      assertContents(assistants.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(3)
  void as_many_as_the_limit_are_read_at_once_and_not_one_more(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var call = readAll(disk, LIMIT, assistants);
      var future = call.returnsWhileHeld(held);

      OpenFiles.assertExactly(LIMIT, disk, held, assistants);

      held.open();
      assistants.resultOf("readAll(...)", future);
      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void when_one_is_done_the_next_one_begins(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("b.txt").times(1).hold();
        Gate next = disk.when(Op.READ).on("e.txt").times(1).hold()) {
      var future =
          readAll(disk, LIMIT, assistants)
              .returnsWhileHeld(held); // and stays there, while the others go on
      assistants.settle(held, next);

      Turns.assertTaken("e.txt", next, held, disk);
      held.open();
      next.open();
      assertContents(assistants.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(5)
  void the_limit_holds_to_the_end(Disk disk) {
    seed(disk);
    for (int limit : new int[] {1, 2, LIMIT, 20}) {
      try (TrackedExecutor assistants = TrackedExecutor.withThreads(8)) {
        DiskEvent last =
            disk.recording().events().isEmpty() ? null : disk.recording().events().getLast();
        assertContents(
            assistants.resultOf("readAll(...)", readAll(disk, limit, assistants).returnsAtOnce()));
        OpenFiles.assertNeverMoreThan(limit, disk, last);
      }
    }
  }

  @Test
  @Order(6)
  void whoever_is_back_first_the_results_are_in_order(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate first = disk.when(Op.READ).on("a.txt").times(1).hold()) {
      var future = readAll(disk, LIMIT, assistants).returnsWhileHeld(first);
      assistants.settle(first);
      Turns.assertAllOthersRead(first, disk);

      first.open();

      assertContents(assistants.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(7)
  void the_first_failure_fails_all_at_once(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("a.txt").times(1).hold();
        Gate failing = disk.when(Op.OPEN).on("b.txt").hold()) {
      var future = readAll(disk, 2, assistants).returnsWhileHeld(held);
      assistants.awaitAt(failing, 1, "readAll(...)", future, held);
      failing.open();
      settleOrDone(assistants, future, held);

      if (!future.isDone()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "b.txt has failed; the future is not done, because a.txt is still being read.")
                .means(
                    "allOf is done when all are done, also when one has failed long ago: it waits"
                        + " for the slowest before it tells you that it was in vain.")
                .nextStep(
                    "Complete the common future from the one that fails, the moment it does."),
            disk);
      }
      Throwable failure = Await.failure("readAll(...) with a missing file", future);
      assertMissing("b.txt", failure);
    }
  }

  @Test
  @Order(8)
  void after_the_first_failure_no_further_file_is_opened(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("a.txt").times(1).hold();
        Gate failing = disk.when(Op.OPEN).on("b.txt").hold()) {
      var future = readAll(disk, 2, assistants).returnsWhileHeld(held);
      assistants.awaitAt(failing, 1, "readAll(...)", future, held);
      failing.open();
      assistants.failureOf("readAll(...) with a missing file", future, held);

      held.open();
      assistants.settle();

      DiskEvent failed = failing.arrivals().getFirst();
      assertNoneOpenedAfter(failed.endNanos(), disk, "b.txt has failed, and with it the whole");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(9)
  void after_cancel_no_further_file_is_opened(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var future = readAll(disk, 2, assistants).returnsWhileHeld(held);
      assistants.awaitAt(held, 2, "readAll(...)", future);
      DiskEvent last = disk.recording().events().getLast();
      future.cancel(true);

      held.open();
      assistants.settle();

      assertNoneOpenedAfter(last.startNanos(), disk, "The future was cancelled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(10)
  void an_error_fails_all_too(Disk disk) {
    seed(disk);
    disk.when(Op.READ)
        .on("c.txt")
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8)) {
      Throwable failure =
          Failures.ofAnError(
              "readAll(...)", assistants, readAll(disk, LIMIT, assistants).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
    }
  }

  @Test
  @Order(20)
  void tryAll_brings_a_result_for_every_file_in_order(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    disk.when(Op.READ).on("g.txt").fails("Input/output error");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8)) {
      var future = tryAll(disk, LIMIT, assistants).returnsAtOnce();
      List<ManyFiles.Result> results;
      try {
        results = assistants.resultOf("tryAll(...)", future);
      } catch (Exception e) {
        throw OnDisk.shown(
            Diagnosis.observed("One file failed, and tryAll(...) with it: " + e)
                .means("Seven other files are lost with the one that is missing or broken.")
                .nextStep(
                    "Turn a failure into a result where it happens, before it reaches the others.")
                .because(e),
            disk);
      }

      assertResults(disk, results);
    }
  }

  @Test
  @Order(21)
  void tryAll_keeps_the_limit_and_the_caller_free(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.hold(Op.READ)) {
      var call = tryAll(disk, LIMIT, assistants);
      var future = call.returnsWhileHeld(held);

      OpenFiles.assertExactly(LIMIT, disk, held, assistants);

      held.open();
      assistants.resultOf("tryAll(...)", future);
      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(22)
  void tryAll_begins_the_next_one_when_one_is_done(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(8);
        Gate held = disk.when(Op.READ).on("b.txt").times(1).hold();
        Gate next = disk.when(Op.READ).on("e.txt").times(1).hold()) {
      var future = tryAll(disk, LIMIT, assistants).returnsWhileHeld(held);
      assistants.settle(held, next);

      Turns.assertTaken("e.txt", next, held, disk);

      held.open();
      next.open();
      assistants.resultOf("tryAll(...)", future);
    }
  }

  @Test
  @Order(30)
  void no_files_are_done_at_once(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1)) {
      var all = Caller.call("readAll(...)", () -> many.readAll(List.of(), LIMIT, assistants));
      var each = Caller.call("tryAll(...)", () -> many.tryAll(List.of(), LIMIT, assistants));

      int count =
          assistants.resultOf("readAll(...) of no files", all.returnsAtOnce()).size()
              + assistants.resultOf("tryAll(...) of no files", each.returnsAtOnce()).size();

      if (count != 0) {
        throw Diagnosis.observed("For no files there were " + count + " results.")
            .means("One result per file means none here.")
            .nextStep("Make as many places for results as there are files.");
      }
    }
  }

  @Test
  @Order(31)
  void a_limit_that_is_not_positive_is_refused_at_once(Disk disk) {
    seed(disk);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1)) {
      for (int limit : new int[] {0, -1}) {
        assertRefused("readAll", limit, readAll(disk, limit, assistants));
        assertRefused("tryAll", limit, tryAll(disk, limit, assistants));
      }
    }
  }

  @Test
  @Order(32)
  void an_executor_that_refuses_is_an_error_and_nobody_waits(Disk disk) {
    seed(disk);
    // One thread and no queue: the second task is refused.
    try (ExecutorService saturated =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        Gate held = disk.hold(Op.READ)) {
      var call = Caller.call("readAll(...)", () -> many.readAll(paths(disk), LIMIT, saturated));
      Throwable failure;
      try {
        CompletableFuture<?> future = call.returnsAtOnce();
        held.open(); // not before: until then the only thread is taken
        failure = Await.failure("the future of readAll(...) on a saturated executor", future);
      } catch (RejectedExecutionException thrown) {
        failure = thrown;
      }

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  private Call<CompletableFuture<List<byte[]>>> readAll(
      Disk disk, int limit, TrackedExecutor executor) {
    return Caller.call("readAll(...)", () -> many.readAll(paths(disk), limit, executor));
  }

  private Call<CompletableFuture<List<ManyFiles.Result>>> tryAll(
      Disk disk, int limit, TrackedExecutor executor) {
    return Caller.call("tryAll(...)", () -> many.tryAll(paths(disk), limit, executor));
  }

  /** Until all that can happen has happened; a future may also be completed by someone else. */
  private static void settleOrDone(
      TrackedExecutor assistants, CompletableFuture<?> future, Gate held) {
    assistants.settle(held);
    try {
      future.get(1, TimeUnit.SECONDS);
    } catch (Exception toBeLookedAtByTheTest) {
      // done or not: that is the question
    }
  }

  private static void assertNoneOpenedAfter(long nanos, Disk disk, String why) {
    for (DiskEvent open : disk.recording().only(Op.OPEN)) {
      if (open.startNanos() > nanos) {
        throw OnDisk.shown(
            Diagnosis.observed(why + "; after that " + open.file().getFileName() + " was opened.")
                .means("The others go on for a result that nobody can have any more.")
                .nextStep(
                    "Before each file ask whether the common future is done already: the very one"
                        + " that you returned, as cancel completes no other.")
                .evidence("Opened for nobody", "  " + open),
            disk);
      }
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
    throw Diagnosis.observed("%s with a limit of %d returned %s".formatted(method, limit, future))
        .means("With such a limit nothing can ever be read: it is a mistake of whoever calls.")
        .nextStep(
            "Throw an IllegalArgumentException that names the limit, before anything begins.");
  }

  private static void assertMentions(int limit, IllegalArgumentException refused) {
    if (!String.valueOf(refused.getMessage()).contains(String.valueOf(limit))) {
      throw Diagnosis.observed("A limit of %d was refused with: %s".formatted(limit, refused))
          .means("Whoever reads this wants to know what was wrong with which value.")
          .nextStep("Say what is expected, and the value that was given.");
    }
  }
}
