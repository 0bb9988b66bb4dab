package workshop.downloads;

import static org.awaitility.Awaitility.await;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.RunAssert.assertAccountsForEach;
import static workshop.downloads.RunAssert.assertCounts;
import static workshop.downloads.RunAssert.assertOutcome;
import static workshop.downloads.RunAssert.assertProgress;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

/** How a run ends when it is stopped, or when its worker is shut down. */
abstract class RunStopContract extends RunSteps {

  @Test
  @Order(7)
  void a_run_that_is_stopped_leaves_only_whole_files(Disk disk) {
    List<Download> downloads = serve(disk, 6);
    List<OriginGate> halfWay =
        IntStream.range(0, 6).mapToObj(i -> origin.at("/file-" + i).holdAfter(500)).toList();
    CompletableFuture<Summary> run = run(downloads, 2);
    await("two partial files").until(() -> written(disk) >= 1_000);
    int whole = inFlight(0);
    int canceled = inFlight(1);
    halfWay.get(whole).open();
    await("one whole file and two partial ones")
        .until(() -> disk.exists("file-" + whole) && written(disk) >= body(whole).length + 1_000);

    int begun = origin.exchanges().count();
    try (Gate cleaning = disk.hold(Op.DELETE)) {
      stop.complete(null);
      Eventually.holds(() -> cleaning.waiting() > 0);
      if (cleaning.waiting() > 0 && !Quiescence.reachedWithout(run::isDone)) {
        throw DownloaderDiagnosis.endsBeforeTheDeletion(disk);
      }
    }
    boolean ended = endsSoon(run);

    if (origin.exchanges().count() > begun) { // in any order
      throw DownloaderDiagnosis.beginsAfterTheStop(origin);
    }
    if (!ended) {
      throw DownloaderDiagnosis.doesNotStop(origin);
    }
    Summary summary = end(run);
    assertAccountsForEach(downloads, summary);
    String before = "The file file-%d was in place before the stop.".formatted(whole);
    String meanwhile = "The stop canceled the download of file-%d.".formatted(canceled);
    assertOutcome(summary, whole, Outcome.Saved.class, before);
    assertOutcome(summary, canceled, Outcome.Stopped.class, meanwhile);
    assertCounts(summary, 1, 0, 5);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of("file-" + whole), disk, "The run was stopped midway.");
    assertProgress(6, told);
  }

  /**
   * Returns the number of the file in the {@code nth} request, counted from 0. Any order is right.
   */
  private int inFlight(int nth) {
    String path = origin.exchanges().list().get(nth).path();
    return Integer.parseInt(path.substring("/file-".length()));
  }

  @Test
  @Order(17)
  void a_download_lasts_until_its_file_has_been_read_back(Disk disk) {
    List<Download> downloads = serve(disk, 2).stream().map(RunSteps::withAnotherChecksum).toList();
    CompletableFuture<Summary> run;
    int first;
    try (Gate reading = disk.when(Op.READ).on("file-0").hold();
        Gate readingTheOther = disk.when(Op.READ).on("file-1").hold()) {
      run = run(downloads, 1);
      await("the first read of a file that has arrived")
          .until(() -> reading.waiting() + readingTheOther.waiting() > 0);
      first = reading.waiting() > 0 ? 0 : 1; // any order is right
      Quiescence.reachedWithout(() -> origin.exchanges().count() > 1 || !told.isEmpty());
      if (!told.isEmpty()) {
        throw DownloaderDiagnosis.tellsTooEarly(told);
      }
      if (origin.exchanges().count() > 1) {
        throw DownloaderDiagnosis.beginsBeforeTheEnd(origin);
      }
      stop.complete(null);
    }

    Summary summary = end(run);

    String situation =
        "The stop came while file-%d was being read back, and its checksum was wrong."
            .formatted(first);
    assertOutcome(summary, first, Outcome.Failed.class, situation);
    assertCounts(summary, 0, 1, 1);
  }

  @Test
  @Order(16)
  void a_worker_that_was_shut_down_does_not_fail_the_run(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    CompletableFuture<Summary> run;
    try (OriginGate held = origin.hold()) {
      run = runWhileHeld(downloads, held);
      held.awaitArrivals(1);
      worker.shutdown();
    }
    assertCounts(end(run), 0, 3, 0);
  }

  @Test
  @Order(14)
  void a_stop_future_that_fails_stops_the_run_as_well(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    try (OriginGate held = origin.hold()) {
      CompletableFuture<Summary> run = runWhileHeld(downloads, held);
      held.awaitArrivals(1);

      stop.completeExceptionally(new IllegalStateException("the console is gone"));

      if (!endsSoon(run)) {
        throw DownloaderDiagnosis.ignoresAFailedStop();
      }
      assertCounts(end(run), 0, 0, 3);
    }
  }

  @Test
  @Order(14)
  void a_run_that_is_stopped_before_it_begins_sends_nothing(Disk disk) {
    LateClient late = new LateClient(); // detects requests that are canceled before they are sent
    DownloadContext context = new DownloadContext(late, 2, context(2, LONG).policy(), worker);
    stop.complete(null);

    CompletableFuture<Summary> run = run(serve(disk, 3), context, told::add);
    Eventually.holds(() -> run.isDone() || late.requests() > 0);

    if (late.requests() > 0) {
      throw DownloaderDiagnosis.ignoresAnEarlyStop();
    }
    assertCounts(end(run), 0, 0, 3);
    assertProgress(3, told);
  }

  @Test
  @Order(15)
  void a_listener_that_stops_the_run_still_gets_each_count_in_order(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    origin.at("/file-2").answers(Reply.status(503));
    ManualTimer pauses = new ManualTimer();
    RetryPolicy policy = new RetryPolicy(LONG, pauses, new Random(1));
    CompletableFuture<?> looked = new CompletableFuture<>();
    Consumer<Progress> listener =
        progress -> {
          told.add(progress);
          looked.join();
          stop.complete(null); // ends the download that pauses, often on this thread
        };
    ExecutorService own = // may not end if a thread of it waits for itself
        Executors.newFixedThreadPool(2, Thread.ofPlatform().name("own-", 0).daemon().factory());
    try (OriginGate first = origin.at("/file-0").hold();
        OriginGate second = origin.at("/file-1").hold()) {
      CompletableFuture<Summary> run =
          run(downloads, new DownloadContext(client, 3, policy, own), listener);
      Eventually.holds(() -> pauses.pending().stream().anyMatch(RunStopContract::isPause));
      first.open();
      Eventually.holds(() -> !told.isEmpty());
      second.open();
      Quiescence.reachedWithout(() -> told.size() > 1); // the second one has to wait for its turn
      looked.complete(null);

      if (!endsSoon(run) && stop.isDone()) {
        throw DownloaderDiagnosis.waitsForItsListener(told);
      }
    } finally {
      looked.complete(null);
      own.shutdownNow();
    }
    stop.complete(null); // if no call of the listener did
    assertProgress(3, told);
  }

  private static boolean isPause(ManualTimer.ScheduledTask<?> task) {
    return task.delay().compareTo(LONG.dividedBy(2)) < 0;
  }

  @Test
  @Order(15)
  void a_file_that_is_being_moved_when_the_stop_comes_is_saved(Disk disk) {
    List<Download> downloads = serve(disk, 1);
    CompletableFuture<Summary> run;
    try (Gate moving = disk.hold(Op.MOVE)) {
      run = run(downloads, context(1, LONG), told::add);
      moving.awaitArrivals(1);
      stop.complete(null);
      Quiescence.reachedWithout(run::isDone);
    }

    Summary summary = end(run);

    if (summary.count(Outcome.Saved.class) == 0 && disk.exists("file-0")) {
      throw DownloaderDiagnosis.contradictsTheDisk(summary, disk);
    }
  }
}
