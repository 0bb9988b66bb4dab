package workshop.downloads;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;

/** Downloads with retries, on a timer that the test drives. */
abstract class RetryingSteps extends WithOrigin {

  static final Duration DEADLINE = Duration.ofMillis(60_500).plusNanos(900_000);
  static final String PATH = "/soup";

  final Retrying retrying = Answer.of(Retrying.class);
  final ManualTimer timer = new ManualTimer();

  static Random random() {
    return new Random(1);
  }

  CompletableFuture<String> start() {
    return start(text(PATH));
  }

  Supplier<CompletableFuture<String>> text(String path) {
    return new Requests(client).text(origin.uri(path));
  }

  CompletableFuture<String> start(Supplier<CompletableFuture<String>> attempt) {
    RetryPolicy policy = new RetryPolicy(DEADLINE, timer, random());
    return Call.start("download", () -> retrying.download(origin.uri(PATH), attempt, policy))
        .returnsAtOnce();
  }

  /** Returns the pauses, in milliseconds, of a download whose attempts all fail. */
  List<Long> pausesOfAFailingDownload(Random random) {
    ManualTimer own = new ManualTimer();
    URI from = URI.create("http://example.org/soup");
    Supplier<CompletableFuture<String>> fails =
        () -> CompletableFuture.failedFuture(new BadStatus(from, 503, Optional.empty()));
    CompletableFuture<String> download =
        retrying.download(from, fails, new RetryPolicy(DEADLINE, own, random));
    List<Long> pauses = new ArrayList<>();
    for (int nth = 1; nth < Retrying.ATTEMPTS; nth++) {
      ManualTimer.ScheduledTask<?> pause = pause(own, download, nth);
      pauses.add(pause.delay().toMillis());
      pause.run();
    }
    return pauses;
  }

  ManualTimer.ScheduledTask<?> pause(CompletableFuture<?> download, int nth) {
    return pause(timer, download, nth);
  }

  /** Waits for the pause after the {@code nth} failure, and returns it. */
  static ManualTimer.ScheduledTask<?> pause(
      ManualTimer timer, CompletableFuture<?> download, int nth) {
    if (!Eventually.holds(() -> pauses(timer).size() >= nth || download.isDone())
        || pauses(timer).size() < nth) {
      boolean late =
          timer.all().stream().noneMatch(RetryingSteps::isDeadline)
              && download.isCompletedExceptionally()
              && download.exceptionNow() instanceof HttpTimeoutException;
      throw late
          ? RetryingDiagnosis.hasNoDeadline(DEADLINE, timer)
          : RetryingDiagnosis.doesNotPause(nth, download, timer);
    }
    return pauses(timer).get(nth - 1);
  }

  static List<ManualTimer.ScheduledTask<?>> pauses(ManualTimer timer) {
    return timer.all().stream().filter(each -> !isDeadline(each)).toList();
  }

  /**
   * Returns whether this delay is the deadline, exact or rounded. No pause is even half as long.
   */
  static boolean isDeadline(ManualTimer.ScheduledTask<?> task) {
    return task.delay().compareTo(DEADLINE.dividedBy(2)) > 0;
  }

  ManualTimer.ScheduledTask<?> deadline() {
    return timer.all().stream()
        .filter(RetryingSteps::isDeadline)
        .findFirst()
        .orElseThrow(() -> RetryingDiagnosis.hasNoDeadline(DEADLINE, timer));
  }

  void assertNoPause(CompletableFuture<?> download, String situation) {
    Eventually.holds(() -> download.isDone() || !timer.pending().equals(deadlines()));
    if (!download.isDone()) {
      throw RetryingDiagnosis.doesNotGiveUp(situation, timer, origin);
    }
  }

  List<ManualTimer.ScheduledTask<?>> deadlines() {
    return timer.pending().stream().filter(RetryingSteps::isDeadline).toList();
  }

  void assertEndsNow(CompletableFuture<?> download, String situation) {
    if (!Eventually.holds(download::isDone)) {
      throw RetryingDiagnosis.goesOnAfterTheDeadline(situation, timer);
    }
  }

  void assertNothingPending(String end) {
    if (!Eventually.holds(() -> timer.pending().isEmpty())) {
      throw RetryingDiagnosis.leavesATask(end, timer);
    }
  }

  void awaitSent(int bytes) {
    await(bytes + " bytes of the body")
        .until(() -> origin.exchanges().stream().anyMatch(each -> each.sent() >= bytes));
  }

  static void assertSoup(String text) {
    if (!"soup".equals(text)) {
      throw RetryingDiagnosis.changesTheResult(text);
    }
  }
}
