package workshop.downloads;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link RetryingTest} finds. */
final class RetryingDiagnosis {

  private static final String PAUSES = "The pauses, in milliseconds";

  private RetryingDiagnosis() {}

  static Diagnosis doesNotPause(int nth, CompletableFuture<?> download, ManualTimer timer) {
    boolean failed = download.isCompletedExceptionally();
    String happened =
        failed
            ? "the download gave up: " + download.exceptionNow()
            : download.isDone()
                ? "the next one began, but no pause was scheduled with policy.timer()."
                : "no pause was scheduled, and nothing else happened.";
    return Diagnosis.observed("After failed attempt %d, %s".formatted(nth, happened))
        .means(
            failed
                ? "This failure may be temporary, so another attempt might have succeeded."
                : download.isDone()
                    ? "There was no pause, or a clock other than policy.timer() measured it."
                    : "The download hangs, or a thread sleeps instead of using the timer.")
        .nextStep(
            failed && nth > 1
                ? "Make four attempts in all: only the fourth failure is final."
                : "After a failure that may be temporary, schedule the next attempt with"
                    + " policy.timer(). Decide by Failure.cause(…), because a stage wraps a"
                    + " failure in a CompletionException.")
        .evidence("On the timer", timer)
        .because(failed ? download.exceptionNow() : null);
  }

  static Diagnosis hasNoDeadline(Duration deadline, ManualTimer timer) {
    return Diagnosis.observed(
            "No task for the deadline of %d ms was scheduled with policy.timer()."
                .formatted(deadline.toMillis()))
        .means("If a reply never ends, the download waits forever.")
        .nextStep("Schedule the deadline with policy.timer() before the first attempt begins.")
        .evidence("On the timer", timer);
  }

  static Diagnosis doesNotGiveUp(String situation, ManualTimer timer, Origin origin) {
    return Diagnosis.observed(situation + " The download tries again, or never ends.")
        .means("Another attempt will not help here, and every request costs time on both sides.")
        .nextStep("Decide whether to retry by the kind of failure and the number of attempts.")
        .evidence("On the timer", timer)
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis goesOnAfterTheDeadline(String situation, ManualTimer timer) {
    return Diagnosis.observed(situation + " The result is still not complete.")
        .means("The caller waits longer than agreed, perhaps forever.")
        .nextStep(
            "When the deadline passes, fail the result, no matter what is under way at that"
                + " moment.")
        .evidence("On the timer", timer);
  }

  static Diagnosis leavesATask(String end, ManualTimer timer) {
    return Diagnosis.observed("After " + end + ", a task is still scheduled on the timer.")
        .means(
            "Until this task runs, it keeps the download in memory. A thousand downloads leave a"
                + " thousand such tasks.")
        .nextStep("When the download has ended, no matter how, cancel what is still scheduled.")
        .evidence("On the timer", timer);
  }

  static Diagnosis changesTheResult(String text) {
    return Diagnosis.observed("The result is \"" + text + "\"; the server sent \"soup\".")
        .means("The caller does not get the value of the attempt.")
        .nextStep("Complete the result with the value of the attempt that succeeded.");
  }

  static Diagnosis decidesOtherwise(int status, boolean again) {
    return Diagnosis.observed(
            "After status %d, another attempt is %s."
                .formatted(status, again ? "scheduled" : "not scheduled"))
        .means(
            again
                ? "The answer will be the same, because this status is not temporary."
                : "This status may be temporary: the server is too busy, too slow, or unavailable"
                    + " for a moment.")
        .nextStep("Retry only after the statuses 408, 429, 500, 502, 503 and 504.");
  }

  static Diagnosis sharesItsState(int status) {
    return Diagnosis.observed(
            "After status %d, no other attempt is scheduled, but a new Retrying schedules one."
                .formatted(status))
        .means(
            "The Retrying object still holds something from earlier downloads, such as the number"
                + " of their attempts.")
        .nextStep(
            "Keep what belongs to one download in local variables, or in an object of its"
                + " own.");
  }

  static Diagnosis drawsOnce(List<List<Long>> pauses) {
    return Diagnosis.observed(
            "In each of %d downloads, the second pause was twice as long as the first one."
                .formatted(pauses.size()))
        .means("Two clients that collide once collide again at every further attempt.")
        .nextStep("Double the bound, and take a new random number for each pause.")
        .evidence(PAUSES, pauses);
  }

  static Diagnosis pausesForNothing() {
    return Diagnosis.observed("The server said \"Retry-After: 0\", and there was no pause.")
        .means(
            "Retry-After is the shortest pause that is allowed. Without jitter, all clients try"
                + " again together.")
        .nextStep("Take the longer of the random pause and BadStatus.retryAfter().");
  }

  static Diagnosis ignoresRetryAfter(int status, Duration pause) {
    return Diagnosis.observed(
            ("The server answered %d and asked for a pause of 7000 ms (\"Retry-After: 7\"); the"
                    + " pause is %d ms.")
                .formatted(status, pause.toMillis()))
        .means("A client that tries again earlier is turned away again, and may be blocked.")
        .nextStep("Pause at least as long as BadStatus.retryAfter() says.");
  }

  static Diagnosis addsToRetryAfter(Duration pause) {
    return Diagnosis.observed(
            "The server asked for a pause of 7000 ms; the pause is %d ms."
                .formatted(pause.toMillis()))
        .means("The random pause was added to Retry-After, but the longer of the two is enough.")
        .nextStep("Take the longer of the random pause and BadStatus.retryAfter().");
  }

  static Diagnosis roundsTheDeadline(Duration deadline, Duration delay) {
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The deadline was %.1f ms, and the alarm was scheduled after %.1f ms.",
                deadline.toNanos() / 1e6,
                delay.toNanos() / 1e6))
        .means("The caller does not get the deadline that it asked for.")
        .nextStep("Convert the deadline with Duration.toNanos, and schedule it in nanoseconds.");
  }

  static Diagnosis restartsTheDeadline(long deadlines, ManualTimer timer) {
    return Diagnosis.observed(
            "The deadline was scheduled " + deadlines + " times, once for each attempt.")
        .means("With four attempts, the caller waits four times as long as agreed, or longer.")
        .nextStep("Before the first attempt, schedule one deadline for all attempts and pauses.")
        .evidence("On the timer", timer);
  }

  static Diagnosis failsWithAnotherError(Throwable failure) {
    return Diagnosis.observed("At the deadline, the download failed with: " + failure)
        .means("A caller recognizes a missed deadline by its java.net.http.HttpTimeoutException.")
        .nextStep("Complete the result with an HttpTimeoutException.")
        .because(failure);
  }

  static Diagnosis givesUpBeforeAPause(Throwable failure) {
    boolean early = failure instanceof HttpTimeoutException;
    return Diagnosis.observed(
            "The server asked for a pause that ends after the deadline. The download failed"
                + (early ? ", although the deadline has not passed: " : " with: ")
                + failure)
        .means(
            early
                ? "The error says that the time is over, but it is not. A caller that tries again"
                    + " does so too early."
                : "The caller gets the status as the reason, and cannot see that its deadline was"
                    + " too short.")
        .nextStep(
            "Schedule the pause as usual. The deadline then ends the download, with its own"
                + " exception.")
        .because(failure);
  }

  static Diagnosis doesNotHearACancel(ManualTimer timer, Origin origin) {
    return Diagnosis.observed(
            "The caller canceled the result. The attempt is still in flight, and the deadline is"
                + " still scheduled.")
        .means(
            "The cancel did not reach your code. A stage does not pass a cancel on to the stage"
                + " before it.")
        .nextStep(
            "Return the same future that your whenComplete watches, and not a stage derived from"
                + " it.")
        .evidence("On the timer", timer)
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis losesAnError() {
    return Diagnosis.observed("The second attempt threw an Error, and the result never completed.")
        .means(
            "The Error was thrown on the timer's thread, so the caller does not see it and waits"
                + " forever.")
        .nextStep("Catch Throwable around the attempt, and let the result fail with it.");
  }

  static Diagnosis retriesWhatItCanceled(ManualTimer timer) {
    return Diagnosis.observed("The deadline has passed, and another attempt is scheduled.")
        .means(
            "Your code canceled the attempt, and then treated its IOException as a temporary"
                + " failure.")
        .nextStep("Before you schedule an attempt, check whether the result is complete.")
        .evidence("On the timer", timer);
  }

  static Diagnosis ignoresARefusal() {
    return Diagnosis.observed(
            "The timer was shut down and rejected a task. The result never completed.")
        .means("No attempt will ever begin, and the caller waits forever.")
        .nextStep("Catch what schedule() throws, and let the result fail.");
  }

  static Diagnosis overflows(ArithmeticException overflow) {
    return Diagnosis.observed(
            "The deadline was Duration.ofSeconds(Long.MAX_VALUE), and the download failed with: "
                + overflow)
        .means("A long can hold at most 292 years in nanoseconds, and this deadline is longer.")
        .nextStep("Use the smaller of the deadline and Long.MAX_VALUE nanoseconds.")
        .because(overflow);
  }

  static Diagnosis letsTheAttemptThrow(Throwable thrown) {
    return Diagnosis.observed("The attempt could not begin, and download() threw: " + thrown)
        .means("The caller expects a future, and does not catch what the call throws.")
        .nextStep("Catch Throwable around the attempt, and let the result fail with it.")
        .because(thrown);
  }

  static Diagnosis throwsTheRefusal(Throwable thrown) {
    return Diagnosis.observed("The timer rejected the deadline, and download() threw: " + thrown)
        .means("The caller expects a future, and does not catch what the call throws.")
        .nextStep("Catch what schedule() throws, and return a future that has failed with it.")
        .because(thrown);
  }

  static Diagnosis beginsWithoutADeadline() {
    return Diagnosis.observed("The timer rejected the deadline, but an attempt is still in flight.")
        .means("If the body of this attempt stalls, the attempt never ends.")
        .nextStep(
            "Schedule the deadline first, and begin an attempt only if the timer has accepted the"
                + " deadline.");
  }

  static Diagnosis usesItsOwnRandom(List<Long> once, List<Long> again) {
    return Diagnosis.observed(
            "Two downloads got random generators with the same seed, but they paused for"
                + " different times: %s and %s ms.".formatted(once, again))
        .means("The random numbers came from elsewhere, so a test cannot repeat a run.")
        .nextStep("Take random numbers only from policy.random().");
  }

  /**
   * Expects that these pauses, from many downloads after the same failure, are random and bounded.
   */
  static void assertPausesOf(int nth, List<Long> millis) {
    long most = Retrying.FIRST_PAUSE.toMillis() << (nth - 1);
    long longest = Collections.max(millis);
    if (longest > most) {
      throw Diagnosis.observed(
              "After failed attempt %d, a download paused for %d ms; the limit is %d ms."
                  .formatted(nth, longest, most))
          .means("The bound of a pause is FIRST_PAUSE at first, and doubles after each failure.")
          .nextStep("Pause for a random part of the bound, between zero and all of it.")
          .evidence(PAUSES, millis);
    }
    if (new HashSet<>(millis).size() < millis.size() / 2) {
      throw Diagnosis.observed(
              "After failed attempt %d, many of %d downloads paused for the same time: %d ms."
                  .formatted(nth, millis.size(), millis.getFirst()))
          .means(
              "Clients that failed together try again together, and the busy server gets all their"
                  + " requests at the same moment.")
          .nextStep("Add jitter: let policy.random() choose a part of the bound.")
          .evidence(PAUSES, millis);
    }
    if (nth > 1 && longest <= most * 0.8) {
      throw Diagnosis.observed(
              ("After failed attempt %d, the longest of %d pauses was %d ms; it should be close to"
                      + " %d ms.")
                  .formatted(nth, millis.size(), longest, most))
          .means("The bound of the pauses does not double. A busy server gets too many requests.")
          .nextStep("Double the bound after each failure (exponential back-off).")
          .evidence(PAUSES, millis);
    }
  }
}
