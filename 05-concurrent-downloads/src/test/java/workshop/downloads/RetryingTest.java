package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.failureOf;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
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
class RetryingTest extends WithOrigin {

  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final String PATH = "/soup";

  private final Retrying retrying = Answer.of(Retrying.class);
  private final ManualTimer timer = new ManualTimer();

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
      Soon.isTrue(() -> download.isDone() || !pauses(own).isEmpty());

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
    for (int i = 0; i < 12; i++) {
      pauses.add(pausesOfOneInVain(random));
    }
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      int at = nth - 1;
      List<Long> millis = pauses.stream().map(all -> all.get(at)).toList();
      long most = Retrying.FIRST_PAUSE.toMillis() << at;
      if (millis.stream().anyMatch(each -> each > most)) {
        throw saw(nth, millis)
            .means("It may be at most " + most + " ms: FIRST_PAUSE, doubled after each failure.")
            .nextStep("Take a part of that bound, between nothing and all of it.");
      }
      if (new HashSet<>(millis).size() < millis.size() / 2) {
        throw saw(nth, millis)
            .means(
                "Clients that failed together come back together: the server that was too busy meets"
                    + " all of them again at the same instant.")
            .nextStep("Add jitter: let policy.random() choose which part of the bound it is.");
      }
      if (nth > 1 && millis.stream().allMatch(each -> each <= most / 2)) {
        throw saw(nth, millis)
            .means("They do not grow: a server that needs a minute is asked as often as before.")
            .nextStep("Double the bound after each failure (exponential back-off).");
      }
    }
  }

  @Test
  @Order(6)
  void chance_comes_from_where_the_caller_says() {
    List<Long> once = pausesOfOneInVain(new Random(7));
    List<Long> again = pausesOfOneInVain(new Random(7));

    if (!once.equals(again)) {
      throw Diagnosis.observed(
              "Two downloads were given random generators of one seed. They paused %s and %s ms."
                  .formatted(once, again))
          .means("Chance came from elsewhere, so nobody can ever repeat what happened once.")
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
          .means("Who comes earlier is refused again, and may be shut out.")
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
          .means("Whoever tells late from broken looks for a java.net.http.HttpTimeoutException.")
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
  void who_waits_for_an_attempt_sleeps_until_it_ends() {
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
    URI from = URI.create("carrier-pigeon://roof/soup");
    Supplier<CompletableFuture<String>> throwing =
        () -> {
          throw new IllegalArgumentException("invalid URI scheme carrier-pigeon");
        };
    CompletableFuture<String> download =
        Caller.call(
                "download",
                () -> retrying.download(from, throwing, new RetryPolicy(DEADLINE, timer, random())))
            .returns();

    assertNoPause(download, "The attempt threw an exception in place of a future.");
    failureOf("It threw.", () -> Await.result("the download", download));
    assertNothingPending("the failure");
  }

  private static Random random() {
    return new Random(1);
  }

  private CompletableFuture<String> start() {
    URI from = origin.uri(PATH);
    RetryPolicy policy = new RetryPolicy(DEADLINE, timer, random());
    return Caller.call(
            "download", () -> retrying.download(from, new Requests(client).text(from), policy))
        .returns();
  }

  /** Returns the pauses, in milliseconds, of a download whose attempts all fail. */
  private static List<Long> pausesOfOneInVain(Random random) {
    ManualTimer own = new ManualTimer();
    URI from = URI.create("http://example.org/soup");
    Supplier<CompletableFuture<String>> fails =
        () -> CompletableFuture.failedFuture(new BadStatus(from, 503, Optional.empty()));
    CompletableFuture<String> download =
        new RetryingTest().retrying.download(from, fails, new RetryPolicy(DEADLINE, own, random));
    List<Long> pauses = new ArrayList<>();
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      ManualTimer.Appointment<?> pause = pause(own, download, nth);
      pauses.add(pause.delay().toMillis());
      pause.run();
    }
    return pauses;
  }

  private ManualTimer.Appointment<?> pause(CompletableFuture<?> download, int nth) {
    return pause(timer, download, nth);
  }

  /** Waits for the pause after the {@code nth} failure, and returns it. */
  private static ManualTimer.Appointment<?> pause(
      ManualTimer timer, CompletableFuture<?> download, int nth) {
    if (!Soon.isTrue(() -> pauses(timer).size() >= nth || download.isDone())
        || pauses(timer).size() < nth) {
      String ended =
          download.isCompletedExceptionally()
              ? " The download failed: " + download.exceptionNow()
              : "";
      throw Diagnosis.observed("After failure " + nth + " no pause was scheduled." + ended)
          .means(
              download.isDone()
                  ? "There was no other attempt, or there was no pause before it."
                  : "Nothing will happen any more, or a thread is asleep somewhere.")
          .nextStep(
              "After a failure that may pass, schedule the next attempt with policy.timer(): no"
                  + " thread has to wait for it. Decide by Failure.cause of what a future hands"
                  + " on: a stage wraps it in a CompletionException.")
          .evidence("On the timer", timer)
          .because(download.isCompletedExceptionally() ? download.exceptionNow() : null);
    }
    return pauses(timer).get(nth - 1);
  }

  private static List<ManualTimer.Appointment<?>> pauses(ManualTimer timer) {
    return timer.all().stream().filter(each -> !each.delay().equals(DEADLINE)).toList();
  }

  private ManualTimer.Appointment<?> deadline() {
    return timer.all().stream()
        .filter(each -> each.delay().equals(DEADLINE))
        .findFirst()
        .orElseThrow(() ->
            Diagnosis.observed("No deadline of " + DEADLINE.toSeconds() + " s was scheduled.")
                .means("A reply that never ends is waited for as long as the program runs.")
                .nextStep("Schedule it with policy.timer() when the first attempt begins.")
                .evidence("On the timer", timer));
  }

  private void assertNoPause(CompletableFuture<?> download, String situation) {
    Soon.isTrue(() -> download.isDone() || !timer.pending().equals(deadlines()));
    if (!download.isDone()) {
      throw Diagnosis.observed(situation + " The download was not given up.")
          .means("It asks again, in vain: the answer will be the same, and costs both sides.")
          .nextStep("Decide by the status, and by how often it was tried, whether to try again.")
          .evidence("On the timer", timer)
          .evidence("At the origin", origin.exchanges());
    }
  }

  private List<ManualTimer.Appointment<?>> deadlines() {
    return timer.pending().stream().filter(each -> each.delay().equals(DEADLINE)).toList();
  }

  private void assertEndsNow(CompletableFuture<?> download, String situation) {
    if (!Soon.isTrue(download::isDone)) {
      throw Diagnosis.observed(situation + " The download goes on.")
          .means("The caller waits longer than was agreed, perhaps for ever.")
          .nextStep(
              "When the deadline comes, fail the result, whatever is going on at that moment.")
          .evidence("On the timer", timer);
    }
  }

  private void assertNothingPending(String end) {
    if (!Soon.isTrue(() -> timer.pending().isEmpty())) {
      throw Diagnosis.observed("After " + end + " something stays scheduled on the timer.")
          .means(
              "It keeps the download and all it refers to in memory, and it will still happen: a"
                  + " thousand downloads leave a thousand alarms.")
          .nextStep("Call off what is scheduled when the download has ended, however it ended.")
          .evidence("On the timer", timer);
    }
  }

  private void awaitSent(int bytes) {
    Await.until(
        bytes + " bytes of the body",
        () -> origin.exchanges().stream().anyMatch(each -> each.sent() >= bytes),
        () -> origin.exchanges().toString());
  }

  private static void assertSoup(String text) {
    if (!"soup".equals(text)) {
      throw Diagnosis.observed("The result is \"" + text + "\"; the server sent \"soup\".")
          .means("What an attempt brought is not what the caller gets.")
          .nextStep("Complete the result with what the attempt that succeeded has brought.");
    }
  }

  private static Diagnosis.Observed saw(int nth, List<Long> millis) {
    return Diagnosis.observed("Pause " + nth + " of twelve downloads, in milliseconds: " + millis);
  }
}
