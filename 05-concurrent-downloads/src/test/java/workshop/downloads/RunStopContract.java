package workshop.downloads;

import static org.awaitility.Awaitility.await;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.RunAssert.assertAccountsForEach;
import static workshop.downloads.RunAssert.assertCounts;
import static workshop.downloads.RunAssert.assertOutcome;
import static workshop.downloads.RunAssert.assertTold;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** How a run ends when it is stopped, or when its worker is. */
abstract class RunStopContract extends RunSteps {

  @Test
  @Order(7)
  void a_run_that_is_stopped_leaves_whole_files_only(Disk disk) {
    List<Download> downloads = serve(disk, 6);
    for (int i = 1; i < 6; i++) {
      origin.at("/file-" + i).answers(Reply.of(body(i)).stallsAfter(500));
    }
    CompletableFuture<Summary> run = run(downloads, 2);
    await("one whole file and two that have begun")
        .until(() -> disk.exists("file-0") && written(disk) >= body(0).length + 1_000);

    int begun = origin.exchanges().count();
    try (Gate cleaning = disk.hold(Op.DELETE)) {
      stop.complete(null);
      Eventually.holds(() -> cleaning.waiting() > 0);
      if (cleaning.waiting() > 0 && !Quiescence.reachedWithout(run::isDone)) {
        throw DownloaderDiagnosis.endsBeforeTheDeletion(disk);
      }
    }
    boolean ended = endsSoon(run);

    if (origin.exchanges().count() > begun) { // in whatever order
      throw DownloaderDiagnosis.beginsAfterTheStop(origin);
    }
    if (!ended) {
      throw DownloaderDiagnosis.doesNotStop(origin);
    }
    Summary summary = end(run);
    assertAccountsForEach(downloads, summary);
    assertOutcome(summary, 0, Outcome.Saved.class, "The file file-0 was in place before the stop.");
    assertOutcome(summary, 1, Outcome.Stopped.class, "The stop canceled the download of file-1.");
    assertCounts(summary, 1, 0, 5);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of("file-0"), disk, "The run was stopped in the middle.");
    assertTold(6, told);
  }

  @Test
  @Order(17)
  void a_download_lasts_until_its_file_was_read_back(Disk disk) {
    List<Download> downloads = new ArrayList<>(serve(disk, 2));
    URI expected = URI.create(downloads.get(0).from() + "#sha256=" + "0".repeat(64));
    downloads.set(0, new Download(expected, downloads.get(0).to()));
    CompletableFuture<Summary> run;
    try (Gate reading = disk.when(Op.READ).on("file-0").hold()) {
      run = run(downloads, 1);
      reading.awaitArrivals(1);
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

    String situation = "The stop came while file-0 was read back, and its checksum was wrong.";
    assertOutcome(summary, 0, Outcome.Failed.class, situation);
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
  void a_stop_that_fails_stops_as_well(Disk disk) {
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
    LateClient late = new LateClient(); // sees requests that are canceled before they are sent
    DownloadContext context = new DownloadContext(late, 2, context(2, LONG).policy(), worker);
    stop.complete(null);

    CompletableFuture<Summary> run = run(serve(disk, 3), context, told::add);
    Eventually.holds(() -> run.isDone() || late.requests() > 0);

    if (late.requests() > 0) {
      throw DownloaderDiagnosis.ignoresAnEarlyStop();
    }
    assertCounts(end(run), 0, 0, 3);
    assertTold(3, told);
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
