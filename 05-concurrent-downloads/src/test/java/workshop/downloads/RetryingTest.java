package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.failureOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.Exchange;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Eventually;

@ExerciseSuite
class RetryingTest extends RetryingFailuresContract {

  /** Enough for the random part to come near its bound with the seed used here. */
  private static final int DOWNLOADS = 40;

  @Test
  @Order(1)
  void a_download_that_succeeds_sends_one_request() {
    origin.at(PATH).answers(Reply.of("soup"));

    String text = Await.result("the download", start());

    assertSoup(text);
    OriginAssert.assertThat(origin).requestedTimes(PATH, 1);
  }

  @Test
  @Order(2)
  void a_busy_server_gets_another_request_after_a_pause() {
    origin.at(PATH).answers(Reply.status(503), Reply.status(503), Reply.of("soup"));

    CompletableFuture<String> download = start();
    pause(download, 1).run();
    pause(download, 2).run();

    assertSoup(Await.result("the download", download));
    OriginAssert.assertThat(origin).requestedTimes(PATH, 3);
  }

  @Test
  @Order(3)
  void a_missing_file_is_not_requested_again() {
    origin.at(PATH).answers(Reply.status(404), Reply.of("soup"));

    CompletableFuture<String> download = start();
    assertNoPause(download, "The server answered with status 404: it does not have the file.");
    Throwable failure =
        failureOf(
            "The server answered with status 404.", () -> Await.result("the download", download));

    assertNames(origin.uri(PATH), "404", failure);
    OriginAssert.assertThat(origin).requestedTimes(PATH, 1);
  }

  @Test
  @Order(5)
  void the_status_decides_whether_to_retry() {
    URI from = URI.create("http://example.org/soup");
    for (int status : List.of(400, 401, 403, 404, 408, 410, 429, 500, 501, 502, 503, 504)) {
      ManualTimer own = new ManualTimer();
      Supplier<CompletableFuture<String>> fails =
          () -> CompletableFuture.failedFuture(new BadStatus(from, status, Optional.empty()));

      CompletableFuture<String> download =
          retrying.download(from, fails, new RetryPolicy(DEADLINE, own, random()));
      Eventually.holds(() -> download.isDone() || !pauses(own).isEmpty());

      boolean again = !pauses(own).isEmpty();
      if (again != List.of(408, 429, 500, 502, 503, 504).contains(status)) {
        boolean used = !again && triesAgain(Answer.of(Retrying.class), fails);
        throw used
            ? RetryingDiagnosis.sharesItsState(status)
            : RetryingDiagnosis.decidesOtherwise(status, again);
      }
      download.cancel(true);
    }
  }

  private static boolean triesAgain(Retrying unused, Supplier<CompletableFuture<String>> attempt) {
    ManualTimer own = new ManualTimer();
    unused.download(
        URI.create("http://example.org/soup"), attempt, new RetryPolicy(DEADLINE, own, random()));
    return Eventually.holds(() -> !pauses(own).isEmpty());
  }

  @Test
  @Order(5)
  void every_failure_of_input_or_output_is_worth_another_attempt() {
    URI from = URI.create("http://example.org/soup");
    List<IOException> failures =
        List.of(
            new HttpTimeoutException("an attempt took too long"),
            new IOException("closed", new IllegalStateException("its cause")));
    for (IOException failure : failures) {
      ManualTimer own = new ManualTimer();

      CompletableFuture<String> download =
          retrying.download(
              from,
              () -> CompletableFuture.failedFuture(failure),
              new RetryPolicy(DEADLINE, own, random()));

      pause(own, download, 1);
      download.cancel(true);
    }
  }

  @Test
  @Order(4)
  void a_broken_connection_is_worth_another_attempt() {
    origin.at(PATH).answers(Reply.of("soup").resetsAfter(2), Reply.of("soup"));

    CompletableFuture<String> download = start();
    pause(download, 1).run();

    assertSoup(Await.result("the download", download));
  }

  @Test
  @Order(5)
  void the_last_failure_is_final() {
    origin.at(PATH).answers(Reply.status(503));

    CompletableFuture<String> download = start();
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      pause(download, nth).run();
    }
    assertNoPause(download, Retrying.ATTEMPTS + " attempts have failed.");
    String fault = Retrying.ATTEMPTS + " attempts have failed.";
    Throwable failure = failureOf(fault, () -> Await.result("the download", download));

    assertNames(origin.uri(PATH), "503", failure);
    OriginAssert.assertThat(origin).requestedTimes(PATH, Retrying.ATTEMPTS);
  }

  @Test
  @Order(6)
  void pauses_double_and_differ_from_client_to_client() {
    List<List<Long>> pauses = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < DOWNLOADS; i++) {
      pauses.add(pausesOfAFailingDownload(random));
    }
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      int at = nth - 1;
      List<Long> millis = pauses.stream().map(all -> all.get(at)).toList();
      RetryingDiagnosis.assertPausesOf(nth, millis);
    }
    if (pauses.stream().allMatch(all -> Math.abs(all.get(1) - 2 * all.get(0)) <= 1)) {
      throw RetryingDiagnosis.drawsOnce(pauses);
    }
  }

  @Test
  @Order(6)
  void random_numbers_come_from_the_policy() {
    List<Long> once = pausesOfAFailingDownload(new Random(7));
    List<Long> again = pausesOfAFailingDownload(new Random(7));

    if (!once.equals(again)) {
      throw RetryingDiagnosis.usesItsOwnRandom(once, again);
    }
  }

  @Test
  @Order(7)
  void the_pause_is_at_least_as_long_as_retry_after() {
    for (int status : List.of(503, 429)) {
      origin.at(PATH + status).answers(Reply.status(status).retryAfter(7), Reply.of("soup"));
      int before = pauses(timer).size();

      CompletableFuture<String> download = start(text(PATH + status));
      ManualTimer.ScheduledTask<?> pause = pause(download, before + 1);

      if (pause.delay().compareTo(Duration.ofSeconds(7)) < 0) {
        throw RetryingDiagnosis.ignoresRetryAfter(status, pause.delay());
      }
      if (pause.delay().toMillis() > 7_000) {
        throw RetryingDiagnosis.addsToRetryAfter(pause.delay());
      }
      pause.run();
      assertSoup(Await.result("the download", download));
    }
  }

  @Test
  @Order(7)
  void retry_after_zero_does_not_shorten_the_pause() {
    origin.at(PATH).answers(Reply.status(503).retryAfter(0), Reply.of("soup"));

    CompletableFuture<String> download = start();
    ManualTimer.ScheduledTask<?> pause = pause(download, 1);

    if (pause.delay().isZero()) {
      throw RetryingDiagnosis.pausesForNothing();
    }
    pause.run();
    assertSoup(Await.result("the download", download));
  }

  @Test
  @Order(8)
  void a_deadline_is_set_once_for_all_attempts() {
    origin.at(PATH).answers(Reply.status(503), Reply.status(503), Reply.of("soup"));

    CompletableFuture<String> download = start();
    pause(download, 1).run();
    pause(download, 2).run();
    Await.result("the download", download);

    long deadlines = timer.all().stream().filter(RetryingSteps::isDeadline).count();
    if (deadlines > 1) {
      throw RetryingDiagnosis.restartsTheDeadline(deadlines, timer);
    }
    Duration delay = deadline().delay();
    if (delay.compareTo(DEADLINE) < 0 || delay.compareTo(DEADLINE.plusMillis(1)) > 0) {
      throw RetryingDiagnosis.roundsTheDeadline(DEADLINE, delay);
    }
  }

  @Test
  @Order(9)
  void a_body_that_stalls_is_cut_off_at_the_deadline() {
    origin.at(PATH).answers(Reply.of("soup, bread").stallsAfter(4));
    CompletableFuture<String> download = start();
    awaitSent(4);

    deadline().run();
    assertEndsNow(download, "The deadline has passed.");
    Throwable failure =
        failureOf("The deadline has passed.", () -> Await.result("the download", download));

    if (!(failure instanceof HttpTimeoutException)) {
      throw RetryingDiagnosis.failsWithAnotherError(failure);
    }
    assertNames(origin.uri(PATH), "", failure);
    OriginAssert.assertThat(origin).wasCanceled(PATH).requestedTimes(PATH, 1);
    assertNothingPending("the deadline");
  }

  @Test
  @Order(10)
  void after_the_deadline_no_attempt_begins() {
    origin.at(PATH).answers(Reply.status(503), Reply.of("soup"));
    CompletableFuture<String> download = start();
    ManualTimer.ScheduledTask<?> pause = pause(download, 1);

    deadline().run();
    assertEndsNow(download, "The deadline has passed in the middle of a pause.");
    assertNothingPending("the deadline");
    pause.run(); // does nothing if it was canceled

    OriginAssert.assertThat(origin).requestedTimes(PATH, 1).nothingIsInFlight();
  }

  @Test
  @Order(20) // the deadline is scheduled first; otherwise, another test has failed
  void a_pause_that_ends_after_the_deadline_is_a_timeout() {
    URI from = origin.uri(PATH);
    Optional<String> seconds = Optional.of("" + DEADLINE.multipliedBy(2).toSeconds());
    CompletableFuture<String> download =
        start(() -> CompletableFuture.failedFuture(new BadStatus(from, 503, seconds)));
    Eventually.holds(() -> download.isDone() || timer.all().size() > 1);
    boolean early = download.isDone();
    if (!early) {
      deadline().run();
      assertEndsNow(download, "The deadline has passed in the middle of a pause.");
    }
    Throwable failure =
        failureOf("The deadline has passed.", () -> Await.result("the download", download));

    if (early || !(failure instanceof HttpTimeoutException)) {
      throw RetryingDiagnosis.givesUpBeforeAPause(failure);
    }
    assertNothingPending("the deadline");
  }

  @Test
  @Order(11)
  void nothing_stays_scheduled_after_the_download() {
    origin.at(PATH).answers(Reply.of("soup"));

    Await.result("the download", start());

    assertNothingPending("the download");
  }

  @Test
  @Order(12)
  void a_caller_who_gives_up_stops_the_attempt_in_flight() {
    try (OriginGate held = origin.hold()) {
      CompletableFuture<String> download = start();
      held.awaitArrivals(1);

      download.cancel(true);

      if (!Eventually.holds(() -> timer.pending().isEmpty() || !isInFlight())) {
        throw RetryingDiagnosis.doesNotHearACancel(timer, origin);
      }
      OriginAssert.assertThat(origin).wasCanceled(PATH);
      assertNothingPending("the caller gave up");
    }
  }

  private boolean isInFlight() {
    return origin.exchanges().stream().anyMatch(Exchange::isInFlight);
  }

  @Test
  @Order(12)
  void a_caller_who_gives_up_in_a_pause_cancels_the_pause() {
    CompletableFuture<String> download =
        start(() -> CompletableFuture.failedFuture(new IOException("closed")));
    pause(download, 1);

    download.cancel(true);

    assertNothingPending("the caller gave up during a pause");
  }

  @Test
  @Order(13)
  void while_an_attempt_is_in_flight_every_thread_sleeps() {
    origin.at(PATH).answers(Reply.of("soup"));
    BusyWaitDetector detector = BusyWaitDetector.watch();
    CompletableFuture<String> download;
    try (OriginGate held = origin.hold()) {
      download = start();
      held.awaitArrivals(1);
      detector.sleepWhile("the server holds the reply to the first attempt");
    }
    assertSoup(Await.result("the download", download));
  }
}
