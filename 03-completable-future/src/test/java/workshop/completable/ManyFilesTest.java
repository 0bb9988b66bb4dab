package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.disk.DiskAssert.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.DiskEvent;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class ManyFilesTest {

  private static final int LIMIT = 3;

  private static final List<String> NAMES =
      List.of("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt");

  private final ManyFiles many = Answer.of(ManyFiles.class);

  @Test
  @Order(1)
  void all_files_are_read_in_order(Disk disk) {
    seed(disk);
    try (Assistants assistants = Assistants.of(8)) {
      List<byte[]> contents =
          assistants.resultOf("readAll(...)", Assistants.started(readAll(disk, LIMIT, assistants)));

      assertContents(contents);
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    seed(disk);
    try (Assistants assistants = Assistants.of(8);
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
    try (Assistants assistants = Assistants.of(8);
        Gate held = disk.hold(Op.READ)) {
      var call = readAll(disk, LIMIT, assistants);
      var future = call.returnsWhileHeld(held);

      assertOpen(LIMIT, disk, held, assistants);

      held.open();
      assistants.resultOf("readAll(...)", future);
      assistants.didAllOf(disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void when_one_is_done_the_next_one_begins(Disk disk) {
    seed(disk);
    try (Assistants assistants = Assistants.of(8);
        Gate held = disk.when(Op.READ).on("b.txt").times(1).hold();
        Gate next = disk.when(Op.READ).on("e.txt").times(1).hold()) {
      var future =
          readAll(disk, LIMIT, assistants)
              .returnsWhileHeld(held); // and stays there, while the others go on
      assistants.settle(held, next);

      if (next.waiting() == 0) {
        throw OnDisk.shown(
            Teaching.saw(
                    "b.txt is held, and e.txt is not read meanwhile, although two more files may be open.")
                .means(
                    "The files are taken in groups, and each group waits for its slowest member; the"
                        + " others stand about.")
                .todo("Begin the next file whenever any one is done."),
            disk);
      }
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
      try (Assistants assistants = Assistants.of(8)) {
        DiskEvent last =
            disk.recording().events().isEmpty() ? null : disk.recording().events().getLast();
        assertContents(
            assistants.resultOf(
                "readAll(...)", Assistants.started(readAll(disk, limit, assistants))));
        assertNeverMoreOpenThan(limit, disk, last);
      }
    }
  }

  @Test
  @Order(6)
  void whoever_is_back_first_the_results_are_in_order(Disk disk) {
    seed(disk);
    try (Assistants assistants = Assistants.of(8);
        Gate first = disk.when(Op.READ).on("a.txt").times(1).hold()) {
      var future = readAll(disk, LIMIT, assistants).returnsWhileHeld(first);
      assistants.settle(first);
      if (closed(disk) < NAMES.size() - 1) {
        throw OnDisk.shown(
            Teaching.saw(
                    "a.txt is held, and of the %d other files only %d have been read meanwhile."
                        .formatted(NAMES.size() - 1, closed(disk)))
                .means(
                    "Either this ran one after another, or in groups: one slow file holds up the others.")
                .todo("Begin the next file whenever any one is done."),
            disk);
      }

      first.open();

      assertContents(assistants.resultOf("readAll(...)", future));
    }
  }

  @Test
  @Order(7)
  void the_first_failure_fails_all_at_once(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (Assistants assistants = Assistants.of(8);
        Gate held = disk.when(Op.READ).on("a.txt").times(1).hold();
        Gate failing = disk.when(Op.OPEN).on("b.txt").hold()) {
      var future = readAll(disk, 2, assistants).returnsWhileHeld(held);
      assistants.awaitAt(failing, 1, "readAll(...)", future, held);
      failing.open();
      settleOrDone(assistants, future, held);

      if (!future.isDone()) {
        throw OnDisk.shown(
            Teaching.saw(
                    "b.txt has failed; the future is not done, because a.txt is still being read.")
                .means(
                    "allOf is done when all are done, also when one has failed long ago: it waits for the"
                        + " slowest before it tells you that it was in vain.")
                .todo("Complete the common future from the one that fails, the moment it does."),
            disk);
      }
      Throwable failure = Await.failure("readAll(...) with a missing file", future);
      assertNames("b.txt", failure);
    }
  }

  @Test
  @Order(8)
  void after_the_first_failure_no_further_file_is_opened(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    try (Assistants assistants = Assistants.of(8);
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
    try (Assistants assistants = Assistants.of(8);
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
    try (Assistants assistants = Assistants.of(8)) {
      Throwable failure =
          assistants.failureOf(
              "readAll(...) with an Error", Assistants.started(readAll(disk, LIMIT, assistants)));

      if (!(bare(failure) instanceof StackOverflowError)) {
        throw Teaching.saw("A read threw a StackOverflowError; the future failed with " + failure)
            .means("The reason is lost.")
            .todo("Let whatever a read throws fail the future, not only an IOException.")
            .because(failure);
      }
    }
  }

  @Test
  @Order(20)
  void tryAll_brings_a_result_for_every_file_in_order(Disk disk) {
    seed(disk);
    disk.when(Op.OPEN).on("b.txt").fails(path -> new NoSuchFileException(path.toString()));
    disk.when(Op.READ).on("g.txt").fails("Input/output error");
    try (Assistants assistants = Assistants.of(8)) {
      var future = Assistants.started(tryAll(disk, LIMIT, assistants));
      List<ManyFiles.Result> results;
      try {
        results = assistants.resultOf("tryAll(...)", future);
      } catch (Exception e) {
        throw OnDisk.shown(
            Teaching.saw("One file failed, and tryAll(...) with it: " + e)
                .means("Seven other files are lost with the one that is missing or broken.")
                .todo(
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
    try (Assistants assistants = Assistants.of(8);
        Gate held = disk.hold(Op.READ)) {
      var call = tryAll(disk, LIMIT, assistants);
      var future = call.returnsWhileHeld(held);

      assertOpen(LIMIT, disk, held, assistants);

      held.open();
      assistants.resultOf("tryAll(...)", future);
      assistants.didAllOf(disk.recording(), call.thread());
    }
  }

  @Test
  @Order(30)
  void no_files_are_done_at_once(Disk disk) {
    try (Assistants assistants = Assistants.of(1)) {
      var all = Caller.call("readAll(...)", () -> many.readAll(List.of(), LIMIT, assistants));
      var each = Caller.call("tryAll(...)", () -> many.tryAll(List.of(), LIMIT, assistants));

      int count =
          assistants.resultOf("readAll(...) of no files", Assistants.started(all)).size()
              + assistants.resultOf("tryAll(...) of no files", Assistants.started(each)).size();

      if (count != 0) {
        throw Teaching.saw("For no files there were " + count + " results.")
            .means("One result per file means none here.")
            .todo("Make as many places for results as there are files.");
      }
    }
  }

  @Test
  @Order(31)
  void a_limit_that_is_not_positive_is_refused_at_once(Disk disk) {
    seed(disk);
    try (Assistants assistants = Assistants.of(1)) {
      for (int limit : new int[] {0, -1}) {
        assertMentions(
            limit, readAll(disk, limit, assistants).fails(IllegalArgumentException.class));
        assertMentions(
            limit, tryAll(disk, limit, assistants).fails(IllegalArgumentException.class));
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
        CompletableFuture<?> future = Assistants.started(call);
        held.open(); // not before: until then the only thread is taken
        failure = Await.failure("the future of readAll(...) on a saturated executor", future);
      } catch (RejectedExecutionException thrown) {
        failure = thrown;
      }

      if (!(bare(failure) instanceof RejectedExecutionException)) {
        throw Teaching.saw("The executor refused the second task; reported is " + failure)
            .means("The reason is lost: it was a RejectedExecutionException.")
            .todo("Let that exception through, or fail the future with it.")
            .because(failure);
      }
    }
  }

  private Call<CompletableFuture<List<byte[]>>> readAll(Disk disk, int limit, Assistants executor) {
    return Caller.call("readAll(...)", () -> many.readAll(paths(disk), limit, executor));
  }

  private Call<CompletableFuture<List<ManyFiles.Result>>> tryAll(
      Disk disk, int limit, Assistants executor) {
    return Caller.call("tryAll(...)", () -> many.tryAll(paths(disk), limit, executor));
  }

  private static void seed(Disk disk) {
    NAMES.forEach(name -> disk.seed(name, contentOf(name)));
  }

  private static String contentOf(String name) {
    return "the content of " + name;
  }

  private static List<Path> paths(Disk disk) {
    return NAMES.stream().map(disk::path).toList();
  }

  private static void assertContents(List<byte[]> contents) {
    List<String> expected = NAMES.stream().map(ManyFilesTest::contentOf).toList();
    List<String> found = new ArrayList<>();
    for (byte[] content : contents) {
      found.add(content == null ? "nothing" : new String(content, UTF_8));
    }
    if (!found.equals(expected)) {
      throw Teaching.saw("The future brought " + found)
          .means("Expected are the contents in the order of the files, whoever was back first.")
          .todo("Put each result in the place of its file; do not collect them as they come.");
    }
  }

  private static void assertResults(Disk disk, List<ManyFiles.Result> results) {
    List<String> expected = new ArrayList<>();
    for (String name : NAMES) {
      expected.add(
          switch (name) {
            case "b.txt" -> name + ": NoSuchFileException";
            case "g.txt" -> name + ": IOException";
            default -> name + ": " + contentOf(name);
          });
    }
    List<String> found = new ArrayList<>();
    for (ManyFiles.Result result : results) {
      found.add(
          switch (result) {
            case null -> "nothing";
            case ManyFiles.Result.Content(Path file, byte[] bytes) ->
                file.getFileName() + ": " + new String(bytes, UTF_8);
            case ManyFiles.Result.Failure(Path file, Throwable reason) ->
                file.getFileName()
                    + ": "
                    + reason
                        .getClass()
                        .getSimpleName()
                        .replace("FileSystemException", "IOException");
          });
    }
    if (!found.equals(expected)) {
      throw OnDisk.shown(
          Teaching.saw("tryAll(...) brought " + found)
              .means("Expected is " + expected)
              .todo(
                  "Turn a failure into a result where it happens, before it can reach the others."),
          disk);
    }
  }

  /**
   * Expects that exactly {@code limit} files are being read. All reads are held: when everybody has
   * come to rest, what is open is all that will be.
   */
  private static void assertOpen(int limit, Disk disk, Gate held, Assistants assistants) {
    assistants.settle(held);
    int reading = held.waiting();
    if (reading < limit) {
      throw OnDisk.shown(
          Teaching.saw(
                  "%d of %d files were being read while the disk was held; there are %d files and enough"
                          .formatted(reading, limit, NAMES.size())
                      + " threads")
              .means(
                  "Whatever it looks like, this ran one after another: a file waits for the one before it, in your"
                      + " code or for a lock or a thread, and not for the disk")
              .todo(
                  "start as many as the limit allows before anybody waits for the first; a stream that"
                      + " maps to futures and joins them in one pass takes its elements one by one")
              .evidence("Where the threads of the executor stand", assistants.whereTheyStand()),
          disk);
    }
    int open = disk.recording().only(Op.OPEN).events().size();
    if (reading > limit || open > limit) {
      throw tooMany(Math.max(reading, open), limit, disk);
    }
  }

  private static Teaching tooMany(int open, int limit, Disk disk) {
    return OnDisk.shown(
        Teaching.saw("%d files were open at once; the limit is %d.".formatted(open, limit))
            .means(
                "An executor with many threads does not know your limit. Every open file costs memory"
                    + " and one of the few handles that a process may have.")
            .todo("Begin a file only when one of those under way is done."),
        disk);
  }

  /** A file is open from before its open to after its close. */
  private static void assertNeverMoreOpenThan(int limit, Disk disk, DiskEvent after) {
    var events = after == null ? disk.recording() : disk.recording().after(after);
    List<long[]> spans = new ArrayList<>();
    for (DiskEvent open : events.only(Op.OPEN)) {
      for (DiskEvent close : events.only(Op.CLOSE)) {
        if (close.handle() == open.number()) {
          spans.add(new long[] {open.startNanos(), close.startNanos()});
        }
      }
    }
    for (long[] span : spans) {
      long at = span[0];
      int open = (int) spans.stream().filter(other -> other[0] <= at && at < other[1]).count();
      if (open > limit) {
        throw tooMany(open, limit, disk);
      }
    }
  }

  private static int closed(Disk disk) {
    return disk.recording().only(Op.CLOSE).events().size();
  }

  /** Until all that can happen has happened; a future may also be completed by someone else. */
  private static void settleOrDone(Assistants assistants, CompletableFuture<?> future, Gate held) {
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
            Teaching.saw(why + "; after that " + open.file().getFileName() + " was opened.")
                .means("The others go on for a result that nobody can have any more.")
                .todo("Before each file ask whether the common future is done already."),
            disk);
      }
    }
  }

  private static void assertNames(String name, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains(name)) {
        return;
      }
    }
    throw Teaching.saw("The failure was: " + failure)
        .means("It does not say that " + name + " is missing.")
        .todo("Pass on the disk's own error: it names the path.")
        .because(failure);
  }

  private static void assertMentions(int limit, IllegalArgumentException refused) {
    if (!String.valueOf(refused.getMessage()).contains(String.valueOf(limit))) {
      throw Teaching.saw("A limit of %d was refused with: %s".formatted(limit, refused))
          .means("Whoever reads this wants to know what was wrong with which value.")
          .todo("Say what is expected, and the value that was given.");
    }
  }

  private static Throwable bare(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? bare(failure.getCause())
        : failure;
  }
}
