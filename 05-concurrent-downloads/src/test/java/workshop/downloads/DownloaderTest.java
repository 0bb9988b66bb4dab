package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class DownloaderTest extends WithOrigin {

  private static final Duration LONG = Duration.ofHours(100);

  private static final String JUMPS =
      "The listener sees a 6 before the 5, or both at once; a progress bar jumps back.";

  private static final String ONE_STEP =
      "Make counting and telling one step that one thread does at a time.";

  private final Downloader downloader = Answer.of(Downloader.class);
  private final CompletableFuture<Void> stop = new CompletableFuture<>();
  private final List<Progress> told = Collections.synchronizedList(new ArrayList<>());
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private ExecutorService worker;
  private FastTimer timer;

  @BeforeEach
  void hire() {
    worker = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("worker-", 0).factory());
    timer = new FastTimer();
  }

  /** A run that a failed test has left under way comes to its end before its threads are gone. */
  @AfterEach
  void dismiss() {
    stop.complete(null);
    Soon.isTrue(last::isDone);
    worker.close();
    timer.shutdownNow();
  }

  @Test
  @Order(1)
  void a_hundred_files_arrive_and_each_is_accounted_for_once(Disk disk) {
    List<Download> downloads = serve(disk, 100);

    Summary summary = end(run(downloads, 8));

    assertAccountsForEach(downloads, summary);
    assertCounts(summary, 100, 0, 0);
    for (int i = 0; i < 100; i++) {
      assertThat(disk).file("file-" + i).holds(body(i));
    }
  }

  @Test
  @Order(2)
  void the_caller_comes_back_at_once(Disk disk) {
    List<Download> downloads = serve(disk, 10);
    CompletableFuture<Summary> run;
    try (OriginGate held = origin.hold()) {
      run = runWhileHeld(downloads, held);
    }
    end(run);
  }

  @Test
  @Order(3)
  void not_more_are_in_flight_than_the_context_permits(Disk disk) {
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    List<Download> downloads = serve(disk, 10);
    CompletableFuture<Summary> run;
    try (OriginGate held = origin.hold()) {
      run = runWhileHeld(downloads, held);
      held.awaitTogether(4);
      try {
        sleepers.sleepWhile("four downloads are held by the server, and the others wait");
      } catch (Diagnosis awake) {
        // Who let a fifth one in has somebody awake for it.
        OriginAssert.assertThat(origin).neverMoreInFlightThan(4);
        throw awake;
      }
    }
    end(run);

    OriginAssert.assertThat(origin).neverMoreInFlightThan(4);
  }

  @Test
  @Order(4)
  void one_that_fails_does_not_disturb_the_others(Disk disk) {
    List<Download> downloads = new ArrayList<>(serve(disk, 8));
    origin.at("/file-1").answers(Reply.status(404));
    origin.at("/file-2").answers(Reply.of(body(2)).resetsAfter(500));
    origin.at("/file-3").answers(Reply.of(body(3)).digestOf(body(4)));
    origin.at("/file-4").answers(Reply.status(503), Reply.of(body(4)));
    downloads.set(5, new Download(origin.uri("/file-5"), disk.path("nowhere").resolve("file-5")));
    downloads.set(6, new Download(URI.create("carrier-pigeon://roof/file-6"), disk.path("file-6")));

    Summary summary = end(run(downloads, 3));

    assertAccountsForEach(downloads, summary);
    assertCounts(summary, 3, 5, 0);
    assertFailed(summary, 1, "404");
    assertFailed(summary, 2, "");
    assertFailed(summary, 3, "checksum");
    assertFailed(summary, 5, "nowhere");
    assertFailed(summary, 6, "carrier-pigeon");
    assertOnly(List.of("file-0", "file-4", "file-7"), disk, "Five of eight downloads failed.");
    assertTold(8);
    OriginAssert.assertThat(origin).requestedTimes("/file-1", 1).requestedTimes("/file-4", 2);
    if (summary.exitStatus() == 0) {
      throw Diagnosis.observed("Five of eight files are missing, and the exit status is 0.")
          .means("The script that runs this program goes on as if all was well.")
          .nextStep("Account for failures as failures.");
    }
  }

  @Test
  @Order(5)
  void progress_is_told_for_each_end_and_in_order(Disk disk) {
    List<Download> downloads = serve(disk, 20);
    origin.at("/file-3").answers(Reply.status(404));

    end(run(downloads, 5));

    assertTold(20);
  }

  @Test
  @Order(6)
  void progress_is_told_as_it_happens(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    CompletableFuture<Summary> run;
    try (OriginGate slow = origin.at("/file-0").hold()) {
      run = run(downloads, 3);
      slow.awaitArrivals(1);

      if (!Soon.isTrue(() -> told.size() == 2)) {
        throw Diagnosis.observed(
                "Two of three downloads have ended; the listener was told "
                    + told.size()
                    + " times.")
            .means("Nobody sees how far the run is, until it has ended.")
            .nextStep("Tell the listener at the end of each download.")
            .evidence("Told, in this order", told);
      }
    }
    assertAccountsForEach(downloads, end(run)); // the first one ended last
  }

  @Test
  @Order(6)
  void progress_is_told_by_one_thread_at_a_time(Disk disk) {
    List<Download> downloads = serve(disk, 6);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    AtomicBoolean first = new AtomicBoolean(true);
    Consumer<Progress> slow =
        progress -> {
          together.compareAndSet(false, inside.incrementAndGet() > 1);
          if (first.getAndSet(false)) {
            Soon.staysFalse(together::get);
          }
          told.add(progress);
          inside.decrementAndGet();
        };

    end(run(downloads, context(6, LONG), slow));

    if (together.get()) {
      throw Diagnosis.observed(
              "While the listener was told of one end, another thread told it of the next.")
          .means(JUMPS)
          .nextStep(ONE_STEP)
          .evidence("Told, in this order", told);
    }
    assertTold(6);
  }

  @Test
  @Order(7)
  void stopped_in_the_middle_it_leaves_whole_files_only(Disk disk) {
    List<Download> downloads = serve(disk, 6);
    for (int i = 1; i < 6; i++) {
      origin.at("/file-" + i).answers(Reply.of(body(i)).stallsAfter(500));
    }
    CompletableFuture<Summary> run = run(downloads, 2);
    Await.until(
        "one whole file and two that have begun",
        () -> disk.exists("file-0") && written(disk) >= body(0).length + 1_000,
        () -> disk.recording().toString());

    try (Gate cleaning = disk.hold(Op.DELETE)) {
      stop.complete(null);
      Soon.isTrue(() -> cleaning.waiting() > 0);
      if (cleaning.waiting() > 0 && !Soon.staysFalse(run::isDone)) {
        throw Diagnosis.observed("The run had ended, and a file of it was still being removed.")
            .means("A program that exits when its run has ended leaves that file behind.")
            .nextStep(
                "An outcome is there when the last attempt has ended, cleaned up and all. Wait for that;"
                    + " and if the future of your AllOrNothing is done as soon as it is cancelled, let"
                    + " that one end after the cleaning, too.")
            .evidence("On the disk", disk.recording());
      }
    }
    boolean ended = endsSoon(run);

    OriginAssert.assertThat(origin).requestedTimes("/file-3", 0).requestedTimes("/file-5", 0);
    if (!ended) {
      throw Diagnosis.observed("The run was told to stop, and it has not ended.")
          .means("Somebody pressed Ctrl-C, and waits now for downloads that nobody wants any more.")
          .nextStep("When stop completes, cancel what is in flight.")
          .evidence("At the origin", origin.exchanges());
    }
    Summary summary = end(run);
    assertAccountsForEach(downloads, summary);
    assertCounts(summary, 1, 0, 5);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of("file-0"), disk, "The run was stopped in the middle.");
    assertTold(6);
  }

  @Test
  @Order(8)
  void a_download_that_stalls_is_given_up_at_the_deadline(Disk disk) {
    List<Download> downloads = serve(disk, 3);
    origin.at("/file-1").answers(Reply.of(body(1)).stallsAfter(500));

    CompletableFuture<Summary> run = run(downloads, context(3, Duration.ofMinutes(5)), told::add);

    if (!endsSoon(run)) {
      throw Diagnosis.observed(
              "One download stalled, its deadline has passed, and the run has not ended.")
          .means("One server that says nothing any more keeps the whole run from its end.")
          .nextStep("Pass the policy of the context on to Retrying.")
          .evidence("At the origin", origin.exchanges());
    }
    Summary summary = end(run);
    assertAccountsForEach(downloads, summary);
    assertFailed(summary, 1, "");
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of("file-0", "file-2"), disk, "One of three stalled.");
  }

  @Test
  @Order(9)
  void two_downloads_for_one_target_are_refused_before_anything_begins(Disk disk) {
    List<Download> downloads = new ArrayList<>(serve(disk, 2));
    Path spelled = disk.path("nowhere").resolve("..").resolve("file-0");
    downloads.add(new Download(origin.uri("/other"), spelled));

    try {
      run(downloads, 2);
    } catch (IllegalArgumentException refused) {
      OriginAssert.assertThat(origin).requestedTimes("/file-0", 0).requestedTimes("/other", 0);
      return;
    }
    throw Diagnosis.observed(
            "Two of three downloads have the same target, nowhere/../file-0 and file-0, and the run"
                + " began.")
        .means("One file will replace the other, and nobody can say which.")
        .nextStep(
            "Compare the targets before you begin, absolute and normalized, and throw an"
                + " IllegalArgumentException.");
  }

  @Test
  @Order(10)
  void no_downloads_are_done_at_once() {
    assertCounts(end(run(List.of(), 2)), 0, 0, 0);
  }

  private CompletableFuture<Summary> run(List<Download> downloads, int limit) {
    return run(downloads, context(limit, LONG), told::add);
  }

  private CompletableFuture<Summary> run(
      List<Download> downloads, DownloadContext context, Consumer<Progress> listener) {
    return noted(
        Caller.call("run", () -> downloader.run(downloads, context, stop, listener)).returns());
  }

  private CompletableFuture<Summary> runWhileHeld(List<Download> downloads, OriginGate held) {
    return noted(
        Caller.call("run", () -> downloader.run(downloads, context(4, LONG), stop, told::add))
            .returnsWhileHeld(held));
  }

  private CompletableFuture<Summary> noted(CompletableFuture<Summary> run) {
    last = run;
    return run;
  }

  private DownloadContext context(int limit, Duration deadline) {
    return new DownloadContext(
        client, limit, new RetryPolicy(deadline, timer, new Random(1)), worker);
  }

  private List<Download> serve(Disk disk, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          origin.at("/file-" + i).answers(Reply.of(body(i)).digest());
          return new Download(origin.uri("/file-" + i), disk.path("file-" + i));
        })
        .toList();
  }

  private static byte[] body(int i) {
    return Reply.randomBytes(i, 2_000 + i);
  }

  private static long written(Disk disk) {
    return disk.recording().only(Op.WRITE).events().stream()
        .filter(DiskEvent::isDone)
        .mapToLong(DiskEvent::transferred)
        .sum();
  }

  private Summary end(CompletableFuture<Summary> run) {
    try {
      return Await.result("the summary", run);
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failed) {
      throw Diagnosis.observed("The run failed: " + failed)
          .means("One download brought down all of them; what became of the others, nobody knows.")
          .nextStep(
              "Turn each failure into an outcome of its download before you put them together.")
          .because(failed);
    }
  }

  private static void assertAccountsForEach(List<Download> downloads, Summary summary) {
    List<Download> found = summary.outcomes().stream().map(Outcome::download).toList();
    if (!found.equals(downloads)) {
      List<Path> missing = new ArrayList<>(downloads.stream().map(Download::to).toList());
      found.forEach(download -> missing.remove(download.to()));
      if (missing.isEmpty() && found.size() == downloads.size()) {
        throw Diagnosis.observed("Each download has an outcome, but they stand in another order.")
            .means("Who looks at the nth outcome takes it for that of the nth download.")
            .nextStep(
                "Collect the results of AtMost, which keeps their order, not those that arrive.")
            .evidence(
                "They begin with", names(found.stream().limit(12).map(Download::to).toList()));
      }
      throw Diagnosis.observed(
              "%d downloads, %d outcomes; without an outcome: %s."
                  .formatted(downloads.size(), found.size(), names(missing)))
          .means("The summary does not tell the truth about every file exactly once.")
          .nextStep("Make one outcome for each download, in their order.")
          .evidence("The summary", summary);
    }
  }

  private static void assertCounts(Summary summary, long saved, long failed, long stopped) {
    boolean right =
        summary.count(Outcome.Saved.class) == saved
            && summary.count(Outcome.Failed.class) == failed
            && summary.count(Outcome.Stopped.class) == stopped;
    if (!right) {
      throw Diagnosis.observed("The summary says: " + summary)
          .means("Expected were %d saved, %d failed, %d stopped.".formatted(saved, failed, stopped))
          .nextStep("Follow one download whose outcome is wrong, from its end to its outcome.");
    }
  }

  private static void assertFailed(Summary summary, int nth, String reason) {
    Outcome outcome = summary.outcomes().get(nth);
    if (outcome instanceof Outcome.Failed(Download download, Throwable why)) {
      assertNames(download.from(), reason, why);
      return;
    }
    throw Diagnosis.observed("The outcome of download " + nth + " is " + outcome + ".")
        .means("Its download failed, and the summary says something else.")
        .nextStep("A download whose future failed has the outcome Failed.");
  }

  private void assertTold(int total) {
    List<Progress> expected =
        IntStream.rangeClosed(1, total).mapToObj(i -> new Progress(i, total)).toList();
    List<Progress> found = List.copyOf(told);
    List<Progress> inOrder =
        found.stream().sorted(Comparator.comparingInt(Progress::ended)).toList();
    if (inOrder.equals(expected) && !found.equals(expected)) {
      throw Diagnosis.observed(
              "The listener was told of each of " + total + " ends, in another order.")
          .means(JUMPS)
          .nextStep(ONE_STEP)
          .evidence("Told, in this order", found);
    }
    if (!found.equals(expected)) {
      throw Diagnosis.observed(
              "The listener was told " + told.size() + " times for " + total + " downloads.")
          .means("Expected is each number from 1 to " + total + ", once.")
          .nextStep("Tell it once for each one that has come to an end, however it ended.")
          .evidence("Told, in this order", found);
    }
  }

  private static boolean endsSoon(CompletableFuture<?> run) {
    return Soon.isTrue(run::isDone) || Soon.isTrue(run::isDone);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
