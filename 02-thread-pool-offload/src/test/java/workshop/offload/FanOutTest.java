package workshop.offload;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.offload.FanOut.Failed;
import workshop.offload.FanOut.Read;
import workshop.offload.FanOut.Result;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class FanOutTest {

  private final FanOut fanOut = Answer.of(FanOut.class);

  @Test
  @Order(1)
  void each_file_has_its_result_in_the_order_of_the_files(Disk disk) throws Exception {
    List<Path> files = seed(5, disk);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertAllRead(files, inOneThread(files, pool));

      FanOutDiagnosis.assertStaysOpen(pool);
    }
  }

  @Test
  @Order(2)
  void the_given_pool_does_all_the_reading(Disk disk) throws Exception {
    List<Path> files = seed(20, disk);

    TrackedExecutor pool = TrackedExecutor.withThreads(3);
    try (pool) {
      assertAllRead(files, readAll(files, pool).returns());
    }
    for (DiskEvent event : disk.recording()) {
      OnDisk.assertNotOnTheCommonPool(event, disk.recording());
    }
    assertThat(disk)
        .ranOnlyOn(thread -> pool.has(thread.name()), "a thread of the executor that was given")
        .neverMoreInFlightThan(3, Op.OPEN, Op.READ);
  }

  @Test
  @Order(3)
  void all_reads_start_before_the_caller_waits_for_the_first(Disk disk) throws Exception {
    List<Path> files = seed(5, disk);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(5);
        Gate held = disk.hold(Op.OPEN)) {
      Call<List<Result>> call = readAll(files, pool);

      if (!Eventually.holds(() -> held.waiting() == 5) && held.waiting() > 1) {
        throw FanOutDiagnosis.onlySome(held.waiting());
      }
      HeldAssert.assertThat(held).holdsAtOnce(5);
      held.open();
      assertAllRead(files, call.returns());
    }
  }

  @Test
  @Order(4)
  void a_slow_first_file_keeps_its_place(Disk disk) throws Exception {
    List<Path> files = seed(20, disk); // more than any plausible batch

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2);
        Gate slow = disk.when(Op.OPEN).on("order-1.txt").hold()) {
      Call<List<Result>> call = readAll(files, pool);

      Eventually.orElse(
          () -> disk.recording().only(Op.CLOSE).events().size() == files.size() - 1,
          () ->
              Diagnosis.observed(
                      "While the first file was slow, only %d of the %d other files were read."
                          .formatted(
                              disk.recording().only(Op.CLOSE).events().size(), files.size() - 1))
                  .means(
                      "The reads ran one after another, or in groups that wait for their slowest"
                          + " file. One slow file holds up the other files.")
                  .nextStep("Submit all reads before you wait for the first result.")
                  .evidence("On the disk", disk.recording()));
      slow.open();
      assertAllRead(files, call.returns());
    }
  }

  @Test
  @Order(5)
  void the_list_may_be_in_any_order_and_contain_a_file_twice(Disk disk) throws Exception {
    seed(3, disk);
    List<Path> files = names(disk, "order-3.txt", "order-1.txt", "order-3.txt", "order-2.txt");

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2)) {
      assertAllRead(files, readAll(files, pool).returns());
    }
  }

  @Test
  @Order(6)
  void the_text_is_what_readString_returns(Disk disk) throws Exception {
    String text = "crème\r\nbrûlée\n";
    disk.seed("menu.txt", text);
    disk.seed("photo.bin", new byte[] {'a', (byte) 0xFF, 'b'});

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      Result result = readAll(names(disk, "menu.txt"), pool).returns().getFirst();

      if (!(result instanceof Read read) || !read.text().equals(text)) {
        throw FanOutDiagnosis.otherText(text, result, inWords(result));
      }
      Result photo = allOf(readAll(names(disk, "photo.bin"), pool)).getFirst();
      if (!(photo instanceof Failed)) {
        throw FanOutDiagnosis.tookItForText(inWords(photo));
      }
    }
  }

  @Test
  @Order(7)
  void the_caller_waits_as_long_as_it_takes(Disk disk) throws Exception {
    List<Path> files = seed(2, disk);

    try (SlowPool pool = new SlowPool(2, 2);
        Gate held = disk.hold(Op.OPEN)) {
      Call<List<Result>> call = readAll(files, pool);
      held.awaitArrivals(1);

      if (Eventually.holds(() -> call.hasEnded() || Waits.isWaiting(call.thread()))
          && call.hasEnded()) {
        throw FanOutDiagnosis.gaveUp();
      }
      if (pool.wasAskedAgain()) {
        throw VirtualOrdersDiagnosis.asksAgain("readAll()");
      }
      held.open();
      assertAllRead(files, call.returns());
    }
  }

  @Test
  @Order(8)
  void a_file_that_cannot_be_read_does_not_affect_the_others(Disk disk) throws Exception {
    seed(4, disk);
    Path missing = disk.path("no-such-order.txt");
    disk.when(Op.READ)
        .on("order-3.txt")
        .fails(path -> new IOException("Input/output error", new IllegalStateException("reset")));
    List<Path> files =
        List.of(
            disk.path("order-1.txt"), missing, disk.path("order-3.txt"), disk.path("order-4.txt"));

    try (TrackedExecutor pool = TrackedExecutor.withThreads(2)) {
      List<Result> results = allOf(readAll(files, pool));

      assertSize(files, results);
      assertRead(files.get(0), results.get(0));
      assertFailed(missing, NoSuchFileException.class, missing.toString(), results.get(1));
      assertFailed(files.get(2), IOException.class, "Input/output", results.get(2));
      FanOutDiagnosis.assertStaysOpen(pool);
      assertRead(files.get(3), results.get(3));
    }
  }

  @Test
  @Order(9)
  void an_Error_in_one_read_does_not_affect_the_others_either(Disk disk) throws Exception {
    List<Path> files = seed(3, disk);
    disk.when(Op.READ)
        .on("order-1.txt")
        .then(() -> {
          throw new InternalError("simulated by the suite");
        });

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.when(Op.OPEN).on("order-2.txt").hold()) {
      Call<List<Result>> call = readAll(files, pool);
      Quiescence.reachedWithout(call::hasEnded); // the caller has seen the error and waits again
      held.open();
      List<Result> results = allOf(call);

      assertSize(files, results);
      assertFailed(files.get(0), InternalError.class, "simulated", results.get(0));
      assertRead(files.get(1), results.get(1));
      assertRead(files.get(2), results.get(2));
    }
  }

  @Test
  @Order(10)
  void an_empty_list_has_no_results(Disk disk) {
    try (TrackedExecutor pool = TrackedExecutor.withThreads(1)) {
      assertSize(List.of(), readAll(List.of(), pool).returns());
    }
  }

  @Test
  @Order(11)
  void an_interrupt_ends_the_wait_and_cancels_all_reads(Disk disk) throws Exception {
    List<Path> files = seed(4, disk);

    try (TrackedExecutor pool = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) {
      pool.submit(() -> Files.readString(disk.path("order-1.txt"))); // all others are queued
      held.awaitArrivals(1);
      Call<List<Result>> call = readAll(files, pool);

      BusyWaiting.assertBlocks(call.thread());
      call.interrupt();

      Eventually.orElse(call::hasEnded, () -> FanOutDiagnosis.stillWaits(call.thread()));
      try {
        call.fails(InterruptedException.class);
      } catch (Diagnosis other) {
        throw FanOutDiagnosis.interruptLost();
      }
      held.open();
      Await.result("the pool's thread to be free", pool.submit(() -> "free"));
      List<DiskEvent> opened = disk.recording().only(Op.OPEN).events();
      if (opened.size() > 1) {
        throw FanOutDiagnosis.goesOnAfterAnInterrupt(opened.get(1), disk.recording());
      }
    }
  }

  @Test
  @Order(12)
  void the_other_reads_are_canceled_when_the_pool_rejects_one(Disk disk) throws Exception {
    List<Path> files = seed(4, disk);

    try (SlowPool pool = new SlowPool(1, 1);
        Gate held = disk.hold(Op.OPEN)) {
      Call<List<Result>> call = readAll(files, pool);
      Eventually.holds(() -> held.waiting() > 0 || call.hasEnded());
      boolean back = Eventually.holds(call::hasEnded); // not if it waits for the accepted tasks
      held.open();
      try {
        call.returns();
        throw FanOutDiagnosis.refusalAsResult();
      } catch (RejectedExecutionException refused) {
        pool.shutdown();
        Await.until("the end of the pool", pool::isTerminated);
      }
      int opened = disk.recording().only(Op.OPEN).events().size();
      if (back && opened > 1) {
        throw FanOutDiagnosis.goesOnAfterARefusal(opened, disk.recording());
      }
    }
  }

  @Test
  @Order(13)
  void a_pool_that_is_shut_down_is_an_error(Disk disk) throws Exception {
    List<Path> files = seed(3, disk);
    TrackedExecutor pool = TrackedExecutor.withThreads(1);
    pool.shutdown();

    try {
      readAll(files, pool).returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw FanOutDiagnosis.refusalAsResult();
  }

  private Call<List<Result>> readAll(List<Path> files, ExecutorService pool) {
    return Call.start("readAll", () -> fanOut.readAll(files, pool));
  }

  /** Returns the results of a call in which some files fail. */
  private static List<Result> allOf(Call<List<Result>> call) {
    Eventually.orElse(call::hasEnded, () -> FanOutDiagnosis.neverReturns(call));
    try {
      List<Result> results = call.returns();
      for (Result result : results == null ? List.<Result>of() : results) {
        if (result instanceof Failed(Path file, CancellationException _)) {
          throw FanOutDiagnosis.canceledAfterAFailure(file);
        }
      }
      return results;
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (RuntimeException thrown) {
      throw Diagnosis.observed("One file could not be read, and readAll() threw " + thrown)
          .means("The texts of the other files are lost, although these files could be read.")
          .nextStep("Turn the failure into a Failed, at the index of that file.")
          .because(thrown);
    }
  }

  /** With one thread in the pool, a task that waits for another task of the pool waits forever. */
  private List<Result> inOneThread(List<Path> files, TrackedExecutor pool)
      throws InterruptedException {
    Call<List<Result>> call = readAll(files, pool);
    Eventually.orElse(call::hasEnded, () -> FanOutDiagnosis.starved(pool, call));
    return call.returns();
  }

  private static List<Path> names(Disk disk, String... names) {
    return Stream.of(names).map(disk::path).toList();
  }

  private static List<Path> seed(int count, Disk disk) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> {
          disk.seed("order-" + i + ".txt", "content of order-" + i + ".txt");
          return disk.path("order-" + i + ".txt");
        })
        .toList();
  }

  private static void assertAllRead(List<Path> files, List<Result> results) {
    assertSize(files, results);
    FanOutDiagnosis.assertNotSorted(files, results);
    for (int i = 0; i < files.size(); i++) {
      assertRead(files.get(i), results.get(i));
    }
  }

  private static void assertSize(List<Path> files, List<Result> results) {
    if (results == null || results.size() != files.size()) {
      throw Diagnosis.observed(
              "readAll() returned %s results for %d files."
                  .formatted(results == null ? "no" : results.size(), files.size()))
          .means("The caller expects one result for each element of the list, a Read or a Failed.")
          .nextStep(
              "Return one result per element of the list, including duplicates and failures.");
    }
  }

  private static void assertRead(Path file, Result result) {
    String content = "content of " + file.getFileName();
    if (result instanceof Read read && read.file().equals(file) && read.text().equals(content)) {
      return;
    }
    if (result instanceof Failed failed && failed.file().equals(file)) {
      throw Diagnosis.observed(
              "%s can be read, but its result is %s."
                  .formatted(file.getFileName(), inWords(result)))
          .means("The caller believes that the file cannot be read, and does not get its text.")
          .nextStep("Find the code that throws even though the disk did not fail.")
          .because(failed.why());
    }
    throw Diagnosis.observed(
            "At the index of %s, the list has %s.".formatted(file.getFileName(), inWords(result)))
        .means("The results must be in the order of the list, not in the order of completion.")
        .nextStep("Keep the futures in a list, and go through it from first to last.");
  }

  private static void assertFailed(
      Path file, Class<? extends Throwable> kind, String part, Result result) {
    if (result instanceof Failed failed
        && failed.file().equals(file)
        && kind.isInstance(failed.why())
        && String.valueOf(failed.why().getMessage()).contains(part)) {
      return;
    }
    throw Diagnosis.observed(
            "Reading %s threw %s, but its result is %s."
                .formatted(file.getFileName(), kind.getSimpleName(), inWords(result)))
        .means("The caller does not find out why the file could not be read.")
        .nextStep(
            "Return a Failed with the cause of the ExecutionException, which is exactly what the"
                + " read threw.");
  }

  private static String inWords(Result result) {
    return switch (result) {
      case Read(Path file, String text) -> "Read[%s, \"%s\"]".formatted(file.getFileName(), text);
      case Failed(Path file, Throwable why) -> "Failed[%s, %s]".formatted(file.getFileName(), why);
      case null -> "null";
    };
  }
}
