package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.failureOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Eventually;

@ExerciseSuite
class RetryingTest extends RetryingSteps {

  /** So many that a random part comes near its bound, with the seed that is used here. */
  private static final int DOWNLOADS = 40;

  @Test
  @Order(1)
  void what_succeeds_at_once_is_asked_for_once() {
    origin.at(PATH).answers(Reply.of("soup"));

    String text = Await.result("the download", start());

    assertSoup(text);
    OriginAssert.assertThat(origin).requestedTimes(PATH, 1);
  }

  @Test
  @Order(2)
  void a_busy_server_is_asked_again_after_a_pause() {
    origin.at(PATH).answers(Reply.status(503), Reply.status(503), Reply.of("soup"));

    CompletableFuture<String> download = start();
    pause(download, 1).run();
    pause(download, 2).run();

    assertSoup(Await.result("the download", download));
    OriginAssert.assertThat(origin).requestedTimes(PATH, 3);
  }

  @Test
  @Order(3)
  void what_is_not_there_is_not_asked_for_again() {
    origin.at(PATH).answers(Reply.status(404), Reply.of("soup"));

    CompletableFuture<String> download = start();
    assertNoPause(download, "The server said 404: it does not have the file.");
    Throwable failure = failureOf("It said 404.", () -> Await.result("the download", download));

    assertNames(origin.uri(PATH), "404", failure);
    OriginAssert.assertThat(origin).requestedTimes(PATH, 1);
  }

  @Test
  @Order(3)
  void the_status_decides_whether_to_ask_again() {
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
        throw Diagnosis.observed(
                "After status " + status + " there is " + (again ? "a pause." : "no pause."))
            .means(
                again
                    ? "The answer will be the same: it says something about the request."
                    : "It may pass: too busy, too slow, or a server behind the server is away.")
            .nextStep("Another attempt may help after 408, 429, 500, 502, 503 and 504 only.");
      }
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
    Throwable failure = failureOf("All failed.", () -> Await.result("the download", download));

    assertNames(origin.uri(PATH), "503", failure);
    OriginAssert.assertThat(origin).requestedTimes(PATH, Retrying.ATTEMPTS);
  }

  @Test
  @Order(6)
  void pauses_grow_and_no_two_clients_pause_alike() {
    List<List<Long>> pauses = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < DOWNLOADS; i++) {
      pauses.add(pausesOfOneInVain(random));
    }
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      int at = nth - 1;
      List<Long> millis = pauses.stream().map(all -> all.get(at)).toList();
      assertPausesOf(nth, millis);
    }
  }

  @Test
  @Order(6)
  void random_numbers_come_from_the_policy() {
    List<Long> once = pausesOfOneInVain(new Random(7));
    List<Long> again = pausesOfOneInVain(new Random(7));

    if (!once.equals(again)) {
      throw Diagnosis.observed(
              "Two downloads were given random generators with the same seed. They paused %s and %s ms."
                  .formatted(once, again))
          .means("The random numbers came from elsewhere, so a test cannot repeat a run.")
          .nextStep("Draw it from policy.random(), and from nothing else.");
    }
  }

  @Test
  @Order(7)
  void the_server_says_how_long_it_wants_to_be_left_alone() {
    origin.at(PATH).answers(Reply.status(503).retryAfter(7), Reply.of("soup"));

    CompletableFuture<String> download = start();
    ManualTimer.Appointment<?> pause = pause(download, 1);

    if (pause.delay().compareTo(Duration.ofSeconds(7)) < 0) {
      throw Diagnosis.observed(
              "The server said \"Retry-After: 7\"; the pause is "
                  + pause.delay().toMillis()
                  + " ms.")
          .means("A client that comes back earlier is refused again, and may be blocked.")
          .nextStep("Pause at least as long as BadStatus.retryAfter() says.");
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

    long deadlines = timer.all().stream().filter(each -> each.delay().equals(DEADLINE)).count();
    if (deadlines > 1) {
      throw Diagnosis.observed(
              "The deadline was set " + deadlines + " times, once for each attempt.")
          .means("With four attempts the caller waits four times as long as was agreed, or longer.")
          .nextStep(
              "Set one deadline when the first attempt begins; it covers attempts and pauses.")
          .evidence("On the timer", timer);
    }
    deadline();
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

    assertNames(origin.uri(PATH), "", failure);
    if (!(failure instanceof HttpTimeoutException)) {
      throw Diagnosis.observed("At the deadline it failed with " + failure)
          .means(
              "A caller that tells late from broken looks for a java.net.http.HttpTimeoutException.")
          .nextStep("Complete the result with that.");
    }
    OriginAssert.assertThat(origin).wasCancelled(PATH).requestedTimes(PATH, 1);
    assertNothingPending("the deadline");
  }

  @Test
  @Order(10)
  void after_the_deadline_no_attempt_begins() {
    origin.at(PATH).answers(Reply.status(503), Reply.of("soup"));
    CompletableFuture<String> download = start();
    ManualTimer.Appointment<?> pause = pause(download, 1);

    deadline().run();
    assertEndsNow(download, "The deadline has passed, in the middle of a pause.");
    assertNothingPending("the deadline");
    pause.run(); // does nothing if it was called off

    OriginAssert.assertThat(origin).requestedTimes(PATH, 1).nothingIsInFlight();
  }

  @Test
  @Order(11)
  void nothing_stays_scheduled_when_all_is_done() {
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

      OriginAssert.assertThat(origin).wasCancelled(PATH);
      assertNothingPending("the caller gave up");
    }
  }

  @Test
  @Order(13)
  void while_an_attempt_is_in_flight_every_thread_sleeps() {
    origin.at(PATH).answers(Reply.of("soup"));
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    CompletableFuture<String> download;
    try (OriginGate held = origin.hold()) {
      download = start();
      held.awaitArrivals(1);
      sleepers.sleepWhile("the server holds the reply to the first attempt");
    }
    assertSoup(Await.result("the download", download));
  }

  @Test
  @Order(14)
  void an_attempt_that_cannot_even_begin_is_final() {
    List<Supplier<CompletableFuture<String>>> bad =
        List.of(
            () -> {
              throw new IllegalArgumentException("invalid URI scheme carrier-pigeon");
            },
            () -> {
              throw new NoClassDefFoundError("carrier-pigeon");
            },
            () -> null);
    bad.forEach(attempt -> {
      CompletableFuture<String> download = start(attempt);
      assertNoPause(download, "The attempt threw an exception, or returned null.");
      failureOf("It could not begin.", () -> Await.result("the download", download));
      assertNothingPending("the failure");
    });
  }

  @Test
  @Order(15)
  void a_later_attempt_that_throws_is_final_too() {
    origin.at(PATH).answers(Reply.status(503));
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<String> download =
        start(() -> {
          if (attempts.incrementAndGet() > 1) {
            throw new NoClassDefFoundError("carrier-pigeon");
          }
          return new Requests(client).text(origin.uri(PATH)).get();
        });
    pause(download, 1).run();

    if (!Eventually.holds(download::isDone)) {
      throw Diagnosis.observed("The second attempt threw an Error, and the download goes on.")
          .means(
              "It was thrown on the timer's thread, where it got lost: the deadline is all that is left.")
          .nextStep("Catch Throwable around the attempt, and let the result fail with it.");
    }
    assertNothingPending("the failure");
  }

  @Test
  @Order(16)
  void only_failures_of_input_and_output_are_worth_another_attempt() {
    CompletableFuture<String> download =
        start(() -> CompletableFuture.failedFuture(new IllegalStateException("a bug")));

    assertNoPause(download, "The attempt failed with an IllegalStateException.");
    failureOf("It is a bug.", () -> Await.result("the download", download));
  }

  @Test
  @Order(17)
  void an_attempt_that_fails_because_it_was_canceled_is_not_repeated() {
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<String> download =
        start(() -> {
          attempts.incrementAndGet();
          return new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
              return completeExceptionally(new IOException("closed"));
            }
          };
        });

    deadline().run();
    assertEndsNow(download, "The deadline has passed.");
    if (timer.pending().stream().anyMatch(each -> !each.delay().equals(DEADLINE))) {
      throw Diagnosis.observed("The deadline has passed, and another attempt is scheduled.")
          .means("The attempt was canceled, and its IOException was taken for one that may pass.")
          .nextStep("Before you schedule an attempt, check whether the result is " + "complete.")
          .evidence("On the timer", timer);
    }
  }

  @Test
  @Order(18)
  void a_timer_that_refuses_a_task_ends_the_download() {
    origin.at(PATH).answers(Reply.status(503));
    CompletableFuture<String> download;
    try (OriginGate held = origin.hold()) {
      download = start();
      held.awaitArrivals(1);
      timer.shutdown();
    }

    if (!Eventually.holds(download::isDone)) {
      throw Diagnosis.observed(
              "The timer was shut down and refused the pause. The result never came.")
          .means("No attempt will ever begin, and the caller waits forever.")
          .nextStep("Catch what schedule throws, and let the result fail.");
    }
    Await.failure("the download", download);
  }

  @Test
  @Order(19)
  void a_deadline_of_forever_is_no_error() {
    origin.at(PATH).answers(Reply.of("soup"));
    RetryPolicy forever = new RetryPolicy(Duration.ofSeconds(Long.MAX_VALUE), timer, random());
    URI from = origin.uri(PATH);
    try {
      assertSoup(
          Await.result(
              "the download", retrying.download(from, new Requests(client).text(from), forever)));
    } catch (ArithmeticException overflow) {
      throw Diagnosis.observed("The deadline was Duration.ofSeconds(Long.MAX_VALUE): " + overflow)
          .means("A long has room for 292 years in nanoseconds; \"forever\" is longer.")
          .nextStep("Use the smaller of the deadline and Long.MAX_VALUE nanoseconds.")
          .because(overflow);
    }
  }
}
