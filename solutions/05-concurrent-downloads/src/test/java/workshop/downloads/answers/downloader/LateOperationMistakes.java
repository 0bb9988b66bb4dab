package workshop.downloads.answers.downloader;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Derives the outcome from the stop, not from how the last attempt has ended. */
  @WrongAnswer("The summary and the directory contradict each other")
  public static class CallsAWholeFileStopped extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome outcome(Download download, Throwable why) {
          return stop.isDone() ? new Outcome.Stopped(download) : super.outcome(download, why);
        }

        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          return super.carryOut(download)
              .thenApply(outcome -> stop.isDone() ? new Outcome.Stopped(download) : outcome);
        }
      }.start();
    }
  }

  /** Reports a download as stopped because the stop has come, although it has failed. */
  @WrongAnswer("Its outcome is Stopped; expected: Failed")
  public static class CallsAFailureStopped extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome failed(Download download, Throwable why) {
          return stop.isDone() ? new Outcome.Stopped(download) : super.failed(download, why);
        }
      }.start();
    }
  }
}
