package workshop.downloads;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;

/** A download with retries on a timer that the test moves on, and what is expected of both. */
abstract class RetryingSteps extends WithOrigin {

  static final Duration DEADLINE = Duration.ofMinutes(1);
  static final String PATH = "/soup";

  final Retrying retrying = Answer.of(Retrying.class);
  final ManualTimer timer = new ManualTimer();

  static Random random() {
    return new Random(1);
  }

  CompletableFuture<String> start() {
    return start(new Requests(client).text(origin.uri(PATH)));
  }

  CompletableFuture<String> start(Supplier<CompletableFuture<String>> attempt) {
    RetryPolicy policy = new RetryPolicy(DEADLINE, timer, random());
    return Caller.call("download", () -> retrying.download(origin.uri(PATH), attempt, policy))
        .returns();
  }

  /** Returns the pauses, in milliseconds, of a download whose attempts all fail. */
  List<Long> pausesOfOneInVain(Random random) {
    ManualTimer own = new ManualTimer();
    URI from = URI.create("http://example.org/soup");
    Supplier<CompletableFuture<String>> fails =
        () -> CompletableFuture.failedFuture(new BadStatus(from, 503, Optional.empty()));
    CompletableFuture<String> download =
        retrying.download(from, fails, new RetryPolicy(DEADLINE, own, random));
    List<Long> pauses = new ArrayList<>();
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      ManualTimer.Appointment<?> pause = pause(own, download, nth);
      pauses.add(pause.delay().toMillis());
      pause.run();
    }
    return pauses;
  }

  ManualTimer.Appointment<?> pause(CompletableFuture<?> download, int nth) {
    return pause(timer, download, nth);
  }

  /** Waits for the pause after the {@code nth} failure, and returns it. */
  static ManualTimer.Appointment<?> pause(
      ManualTimer timer, CompletableFuture<?> download, int nth) {
    if (!Eventually.holds(() -> pauses(timer).size() >= nth || download.isDone())
        || pauses(timer).size() < nth) {
      String ended =
          download.isCompletedExceptionally()
              ? " The download failed: " + download.exceptionNow()
              : "";
      throw Diagnosis.observed("After failure " + nth + " no pause was scheduled." + ended)
          .means(
              download.isDone()
                  ? "There was no other attempt, or there was no pause before it."
                  : "Nothing will happen anymore, or a thread is asleep somewhere.")
          .nextStep(
              "After a failure that may pass, schedule the next attempt with policy.timer(): no"
                  + " thread has to wait for it. Decide by Failure.cause of what a future hands"
                  + " on: a stage wraps it in a CompletionException.")
          .evidence("On the timer", timer)
          .because(download.isCompletedExceptionally() ? download.exceptionNow() : null);
    }
    return pauses(timer).get(nth - 1);
  }

  static List<ManualTimer.Appointment<?>> pauses(ManualTimer timer) {
    return timer.all().stream().filter(each -> !each.delay().equals(DEADLINE)).toList();
  }

  ManualTimer.Appointment<?> deadline() {
    return timer.all().stream()
        .filter(each -> each.delay().equals(DEADLINE))
        .findFirst()
        .orElseThrow(() ->
            Diagnosis.observed("No deadline of " + DEADLINE.toSeconds() + " s was scheduled.")
                .means("The program waits forever for a reply that never ends.")
                .nextStep("Schedule it with policy.timer() when the first attempt begins.")
                .evidence("On the timer", timer));
  }

  void assertNoPause(CompletableFuture<?> download, String situation) {
    Eventually.holds(() -> download.isDone() || !timer.pending().equals(deadlines()));
    if (!download.isDone()) {
      throw Diagnosis.observed(situation + " The download was not given up.")
          .means("Asking again is useless: the answer will be the same, and costs " + "both sides.")
          .nextStep("Decide by the status, and by how often it was tried, whether to try again.")
          .evidence("On the timer", timer)
          .evidence("At the origin", origin.exchanges());
    }
  }

  List<ManualTimer.Appointment<?>> deadlines() {
    return timer.pending().stream().filter(each -> each.delay().equals(DEADLINE)).toList();
  }

  void assertEndsNow(CompletableFuture<?> download, String situation) {
    if (!Eventually.holds(download::isDone)) {
      throw Diagnosis.observed(situation + " The download goes on.")
          .means("The caller waits longer than was agreed, perhaps forever.")
          .nextStep(
              "When the deadline comes, fail the result, whatever is going on at that moment.")
          .evidence("On the timer", timer);
    }
  }

  void assertNothingPending(String end) {
    if (!Eventually.holds(() -> timer.pending().isEmpty())) {
      throw Diagnosis.observed("After " + end + " something stays scheduled on the timer.")
          .means(
              "It keeps the download and all it refers to in memory, and it will still happen: a"
                  + " thousand downloads leave a thousand alarms.")
          .nextStep("Cancel what is scheduled when the download has ended, however it ended.")
          .evidence("On the timer", timer);
    }
  }

  void awaitSent(int bytes) {
    await(bytes + " bytes of the body")
        .until(() -> origin.exchanges().stream().anyMatch(each -> each.sent() >= bytes));
  }

  static void assertSoup(String text) {
    if (!"soup".equals(text)) {
      throw Diagnosis.observed("The result is \"" + text + "\"; the server sent \"soup\".")
          .means("The caller does not get what the attempt returned.")
          .nextStep("Complete the result with what the attempt that succeeded has brought.");
    }
  }

  /** Expects these pauses, of many downloads after the same failure, to be random and bounded. */
  static void assertPausesOf(int nth, List<Long> millis) {
    long most = Retrying.FIRST_PAUSE.toMillis() << (nth - 1);
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
    if (nth > 1 && millis.stream().allMatch(each -> each <= most * 0.8)) {
      throw saw(nth, millis)
          .means(
              "They do not double: of %d pauses none came near %d ms. A busy server is asked too"
                  + " often.".formatted(millis.size(), most))
          .nextStep("Double the bound after each failure (exponential back-off).");
    }
  }

  static Diagnosis.Observed saw(int nth, List<Long> millis) {
    return Diagnosis.observed("Pause " + nth + " of these downloads, in milliseconds: " + millis);
  }
}
