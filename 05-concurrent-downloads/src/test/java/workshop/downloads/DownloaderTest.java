package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.RunAssert.assertAccountsForEach;
import static workshop.downloads.RunAssert.assertCounts;
import static workshop.downloads.RunAssert.assertFailed;
import static workshop.downloads.RunAssert.assertOutcome;
import static workshop.downloads.RunAssert.assertProgress;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Contrast;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.UncaughtExceptions;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class DownloaderTest extends RunStopContract {
  @Test
  @Order(1)
  void forty_files_arrive_and_each_is_accounted_for_once(Disk disk) {
    List<Download> downloads = serve(disk, 40);

    Summary summary = end(run(downloads, 8));

    assertAccountsForEach(downloads, summary);
    assertCounts(summary, 40, 0, 0);
    for (int i = 0; i < 40; i++) {
      assertThat(disk).file("file-" + i).holds(body(i));
    }
  }

  @Test
  @Order(2)
  void the_call_returns_at_once(Disk disk) {
    List<Download> downloads = serve(disk, 10);
    CompletableFuture<Summary> run;
    try (OriginGate held = origin.hold()) {
      run = runWhileHeld(downloads, held);
    }
    end(run);
  }

  @Test
  @Order(3)
  void the_limit_of_the_context_holds(Disk disk) {
    BusyWaitDetector detector = BusyWaitDetector.watch();
    List<Download> downloads = serve(disk, 10);
    CompletableFuture<Summary> run;
    try (OriginGate held = origin.hold()) {
      run = runWhileHeld(downloads, held);
      held.awaitTogether(4);
      long before = timer.getCompletedTaskCount();
      try {
        detector.sleepWhile("four downloads are held by the server, and the others wait");
        if (timer.getCompletedTaskCount() > before + 2) {
          throw DownloaderDiagnosis.asksOnTheTimer(timer.getCompletedTaskCount() - before);
        }
      } catch (Diagnosis awake) {
        // A run without a limit keeps threads awake, too. The missing limit explains more.
        OriginAssert.assertThat(origin).neverMoreInFlightThan(4);
        throw awake;
      }
    }
    end(run);

    OriginAssert.assertThat(origin).neverMoreInFlightThan(4);
  }

  @Test
  @Order(4)
  void a_download_that_fails_does_not_affect_the_others(Disk disk) {
    List<Download> downloads = new ArrayList<>(serve(disk, 8));
    origin.at("/file-1").answers(Reply.status(404));
    origin.at("/file-2").answers(Reply.of(body(2)).resetsAfter(500));
    origin.at("/file-3").answers(Reply.of(body(3)).digestOf(body(4)));
    origin.at("/file-4").answers(Reply.status(503), Reply.of(body(4)));
    downloads.set(5, new Download(origin.uri("/file-5"), disk.path("nowhere").resolve("file-5")));
    downloads.set(6, new Download(URI.create("carrier-pigeon://roof/file-6"), disk.path("file-6")));

    CompletableFuture<Summary> run;
    try {
      run = run(downloads, 3);
    } catch (IllegalArgumentException thrown) {
      throw DownloaderDiagnosis.throwsForOneDownload(thrown);
    }
    Summary summary = end(run);

    assertAccountsForEach(downloads, summary);
    assertOutcome(summary, 4, Outcome.Saved.class, "The server sent file-4 after a status 503.");
    assertFailed(summary, 1, "404");
    assertFailed(summary, 2, "");
    assertFailed(summary, 3, "checksum");
    assertFailed(summary, 5, "nowhere");
    assertFailed(summary, 6, "carrier-pigeon");
    assertCounts(summary, 3, 5, 0);
    assertOnly(List.of("file-0", "file-4", "file-7"), disk, "Five of eight downloads failed.");
    assertProgress(8, told);
    OriginAssert.assertThat(origin).requestedTimes("/file-1", 1).requestedTimes("/file-4", 2);
    if (summary.exitStatus() == 0) {
      throw DownloaderDiagnosis.exitsWithZero();
    }
  }

  @Test
  @Order(5)
  void progress_is_reported_for_each_download_in_order(Disk disk) {
    List<Download> downloads = serve(disk, 10);
    origin.at("/file-3").answers(Reply.status(404));

    end(run(downloads, 5));

    assertProgress(10, told);
  }

  @Test
  @Order(6)
  void progress_is_reported_as_it_happens(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    CompletableFuture<Summary> run;
    try (OriginGate slow = origin.at("/file-0").hold()) {
      run = run(downloads, 3);
      slow.awaitArrivals(1);

      if (!Eventually.holds(() -> told.size() == 2)) {
        throw DownloaderDiagnosis.isToldAtTheEnd(told);
      }
    }
    assertAccountsForEach(downloads, end(run)); // the first one ended last
  }

  @Test
  @Order(6)
  void progress_is_reported_by_one_thread_at_a_time(Disk disk) {
    List<Download> downloads = serve(disk, 6);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    CompletableFuture<?> looked = new CompletableFuture<>();
    Consumer<Progress> slow =
        progress -> {
          together.compareAndSet(false, inside.incrementAndGet() > 1);
          looked.join(); // without a time limit: a clock that may wake a thread delays the look
          told.add(progress);
          inside.decrementAndGet();
        };
    CompletableFuture<Summary> run;
    try {
      run = run(downloads, context(6, LONG), slow);
      Eventually.holds(() -> inside.get() > 0 || last.isDone());
      Quiescence.reachedWithout(together::get);
    } finally {
      looked.complete(null);
    }
    end(run);

    if (together.get()) {
      throw DownloaderDiagnosis.jumps("Two threads called the listener at the same time.", told);
    }
    assertProgress(6, told);
  }

  @Test
  @Order(8)
  void a_download_that_stalls_is_given_up_at_the_deadline(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    origin.at("/file-1").answers(Reply.of(body(1)).stallsAfter(500));

    ManualTimer alarms = new ManualTimer();
    RetryPolicy policy = new RetryPolicy(LONG, alarms, new Random(1));

    CompletableFuture<Summary> run =
        run(downloads, new DownloadContext(client, 3, policy, worker), told::add);
    Eventually.holds(() -> told.size() == 2 && !alarms.pending().isEmpty());
    alarms.pending().stream()
        .filter(each -> each.delay().compareTo(LONG) <= 0)
        .forEach(ManualTimer.ScheduledTask::run);

    if (!endsSoon(run)) {
      throw DownloaderDiagnosis.hasNoDeadline(origin);
    }
    Summary summary = end(run);
    assertAccountsForEach(downloads, summary);
    assertFailed(summary, 1, "");
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of("file-0", "file-2"), disk, "One of three downloads stalled.");
  }

  @Test
  @Order(9)
  void two_downloads_for_one_target_are_rejected_before_anything_begins(Disk disk) {
    for (Path spelled : List.of(disk.path("nowhere").resolve("../file-0"), relative(disk))) {
      List<Download> downloads = new ArrayList<>(serve(disk, 2));
      downloads.add(new Download(origin.uri("/other"), spelled));

      try {
        CompletableFuture<Summary> run = run(downloads, 2);
        if (!run.isCompletedExceptionally()) {
          throw DownloaderDiagnosis.sharesATarget(spelled);
        }
      } catch (IllegalArgumentException refused) {
        // as it should be, but a failed future is fine as well
      }
    }
    OriginAssert.assertThat(origin).requestedTimes("/file-0", 0).requestedTimes("/other", 0);
  }

  /** Returns the path of file-0 relative to the working directory of the tests. */
  private static Path relative(Disk disk) {
    Path here = Path.of("").toAbsolutePath();
    Path file = disk.path("file-0").toAbsolutePath();
    return file.getRoot().equals(here.getRoot()) ? here.relativize(file) : file;
  }

  @Test
  @Order(10)
  void an_empty_run_completes_at_once() {
    assertCounts(end(run(List.of(), 2)), 0, 0, 0);
  }

  @Test
  @Order(10)
  void client_timer_and_worker_stay_open(Disk disk) {
    end(run(serve(disk, 1), 2));

    // A client has ended a moment after it was shut down.
    Quiescence.reachedWithout(client::isTerminated);
    Map<String, Boolean> closed = new LinkedHashMap<>();
    closed.put("client", client.isTerminated());
    closed.put("timer", timer.isShutdown());
    closed.put("worker", worker.isShutdown());
    closed.values().removeIf(each -> !each);
    if (!closed.isEmpty()) {
      throw DownloaderDiagnosis.closesWhatItWasGiven(closed.keySet());
    }
  }

  @Test
  @Order(11)
  void each_file_is_read_back_by_the_worker(Disk disk) throws Exception {
    List<Download> downloads = serve(disk, 3);

    Summary summary = end(run(downloads, 3));

    RunAssert.assertReadBack(summary, disk, "worker-");
  }

  @Test
  @Order(12)
  void a_file_whose_checksum_is_not_the_one_in_its_url_is_not_saved(Disk disk) {
    List<Download> downloads = new ArrayList<>(serve(disk, 2));
    downloads.set(1, withAnotherChecksum(downloads.get(1)));

    Summary summary = end(run(downloads, 2));

    String fault = "The checksum of file-1 is not the one in its URL.";
    assertOutcome(summary, 1, Outcome.Failed.class, fault);
    assertCounts(summary, 1, 1, 0);
    assertFailed(summary, 1, "checksum");
    if (origin.exchanges().to("/file-1").count() > 1) {
      throw DownloaderDiagnosis.repeatsAWrongChecksum(origin);
    }
  }

  @Test
  @Order(12)
  void an_error_while_a_file_is_read_back_fails_its_download(Disk disk) {
    List<Download> downloads = serve(disk, 2);
    Runnable bug =
        () -> {
          throw new LinkageError("a bug");
        };
    disk.when(Op.READ).on("file-1").then(bug);

    Summary summary = end(run(downloads, 2));

    assertOutcome(summary, 1, Outcome.Failed.class, "Reading file-1 back threw an Error.");
    assertFailed(summary, 1, "a bug");
    assertCounts(summary, 1, 1, 0);
  }

  @Test
  @Order(13)
  void a_listener_that_throws_does_not_end_the_run(Disk disk) {
    List<Download> downloads = serve(disk, 4);
    Consumer<Progress> broken =
        progress -> {
          told.add(progress);
          if (progress.ended() > 1) {
            throw new LinkageError("the progress bar is gone");
          }
          throw new IllegalStateException("the progress bar is gone");
        };

    CompletableFuture<Summary> run = run(downloads, context(2, LONG), broken);

    if (!endsSoon(run) || run.isCompletedExceptionally()) {
      throw DownloaderDiagnosis.failsWithItsListener(told);
    }
    assertCounts(end(run), 4, 0, 0);
    assertProgress(4, told);
  }

  @Test
  @Order(9)
  void the_same_name_in_two_directories_is_two_targets(Disk disk) throws IOException {
    List<Download> downloads = new ArrayList<>();
    for (Download each : serve(disk, 2)) {
      Path directory = Files.createDirectory(disk.path("of-" + each.to().getFileName()));
      downloads.add(new Download(each.from(), directory.resolve("file")));
    }
    CompletableFuture<Summary> run;
    try {
      run = run(downloads, 2);
    } catch (IllegalArgumentException refused) {
      throw DownloaderDiagnosis.refusesTwoDirectories(refused);
    }

    assertCounts(end(run), 2, 0, 0);
  }

  @Test
  @Order(90)
  void eight_downloads_compared_with_blocking(Disk disk) throws Exception {
    Duration latency = Contrast.LATENCY.multipliedBy(6);
    for (int i = 1; i <= Contrast.COUNT; i++) {
      origin.at("/order-" + i + ".txt").answers(Reply.of(body(i)).digest().after(latency));
    }

    try {
      Contrast.assertOverlap(
          disk,
          "downloads",
          "reply",
          latency,
          Contrast.COUNT,
          this::downloadThenRead,
          this::downloadAtOnce);
    } catch (Diagnosis slow) {
      // On a machine so busy that times mean nothing, requests in flight together are enough.
      if (origin.exchanges().maxInFlight() < Contrast.COUNT / 2) {
        throw slow;
      }
    }
  }
}
