package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.failureOf;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;

/** How a download with retries ends when something other than the server fails. */
abstract class RetryingFailuresContract extends RetryingSteps {

  @Test
  @Order(14)
  void an_attempt_that_cannot_begin_is_final() {
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
      CompletableFuture<String> download = startOne(attempt);
      assertNoPause(download, "The attempt threw an exception, or returned null.");
      failureOf("The attempt could not begin.", () -> Await.result("the download", download));
      assertNothingPending("the failure");
    });
  }

  private CompletableFuture<String> startOne(Supplier<CompletableFuture<String>> attempt) {
    try {
      return start(attempt);
    } catch (IllegalArgumentException | NullPointerException | LinkageError thrown) {
      throw RetryingDiagnosis.letsTheAttemptThrow(thrown);
    }
  }

  @Test
  @Order(15)
  void a_later_attempt_that_throws_is_final_as_well() {
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
      throw RetryingDiagnosis.losesAnError();
    }
    assertNothingPending("the failure");
  }

  @Test
  @Order(16)
  void only_failures_of_input_and_output_are_worth_another_attempt() {
    CompletableFuture<String> download =
        start(() -> CompletableFuture.failedFuture(new IllegalStateException("a bug")));

    assertNoPause(download, "The attempt failed with an IllegalStateException.");
    failureOf(
        "The attempt failed with an IllegalStateException.",
        () -> Await.result("the download", download));
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
    if (timer.pending().stream().anyMatch(each -> !isDeadline(each))) {
      throw RetryingDiagnosis.retriesWhatItCanceled(timer);
    }
  }

  @Test
  @Order(18)
  void a_timer_that_rejects_a_task_ends_the_download() {
    origin.at(PATH).answers(Reply.status(503));
    CompletableFuture<String> download;
    try (OriginGate held = origin.hold()) {
      download = start();
      held.awaitArrivals(1);
      timer.shutdown();
    }

    if (!Eventually.holds(download::isDone)) {
      throw RetryingDiagnosis.ignoresARefusal();
    }
    Await.failure("the download", download);
  }

  @Test
  @Order(18)
  void a_timer_that_rejects_the_deadline_ends_the_download_as_well() {
    CompletableFuture<String> attempt = new CompletableFuture<>();
    AtomicInteger attempts = new AtomicInteger();
    timer.shutdown();
    CompletableFuture<String> download;
    try {
      download =
          start(() -> {
            attempts.incrementAndGet();
            return attempt;
          });
    } catch (RejectedExecutionException thrown) {
      throw RetryingDiagnosis.throwsTheRefusal(thrown);
    }

    Eventually.orElse(download::isDone, RetryingDiagnosis::ignoresARefusal);
    Await.failure("the download", download);
    if (!Eventually.holds(() -> attempts.get() == 0 || attempt.isDone())) {
      throw RetryingDiagnosis.beginsWithoutADeadline();
    }
  }

  @Test
  @Order(19)
  void a_deadline_of_forever_is_not_an_error() {
    origin.at(PATH).answers(Reply.of("soup"));
    RetryPolicy forever = new RetryPolicy(Duration.ofSeconds(Long.MAX_VALUE), timer, random());
    URI from = origin.uri(PATH);
    try {
      assertSoup(
          Await.result(
              "the download", retrying.download(from, new Requests(client).text(from), forever)));
    } catch (ArithmeticException overflow) {
      throw RetryingDiagnosis.overflows(overflow);
    }
  }
}
