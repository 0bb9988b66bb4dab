package workshop.downloads.answers.downloader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Cancels what is in flight, and goes on with the next in the list. */
  @WrongAnswer("/file-3 was requested once, expected: never")
  public static class BeginsDownloadsAfterTheStop extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          CompletableFuture<Path> retried = retrying(download, () -> attempt(download));
          if (stop.isDone()) {
            return retried.handle((_, why) -> outcome(download, why));
          }
          stop.whenComplete((_, _) -> retried.cancel(true));
          return retried.handle((_, why) -> outcome(download, why));
        }
      }.start();
    }
  }

  /** Saved, because the download has succeeded. */
  @WrongAnswer("The summary vouches for a file that was not read back")
  public static class DoesNotReadBack extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome readBack(Download download) {
          return new Outcome.Saved(download, "");
        }
      }.start();
    }
  }

  /** Takes no notice of the stop: what is in flight goes on. */
  @WrongAnswer("The run was told to stop, and it has not ended")
  public static class DoesNotStop extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        void stopped(CompletableFuture<Path> retried) {}
      }.start();
    }
  }

  /** A failure stays a failure, up to the future of the whole run. */
  @WrongAnswer("One download has ended all of them")
  public static class FailsWithTheFirstFailure extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          return retrying(download, () -> attempt(download))
              .thenApply(_ -> outcome(download, null));
        }
      }.start();
    }
  }

  /** What the listener throws becomes the failure of the run. */
  @WrongAnswer("The listener threw an exception. The run failed, or never ended")
  public static class FailsIfTheListenerThrows extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        synchronized Outcome reported(Outcome outcome) {
          tell(new Progress(++ended, downloads.size()));
          return outcome;
        }
      }.start();
    }
  }

  /** Tries again and again, each time with all the policy in the world. */
  @WrongAnswer("its deadline has passed, and the run has not ended")
  public static class RunsWithoutADeadline extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Path> retrying(
            Download download, Supplier<CompletableFuture<Path>> attempt) {
          RetryPolicy policy = context.policy();
          return new Retrying()
              .download(
                  download.from(),
                  attempt,
                  new RetryPolicy(Duration.ofDays(100), policy.timer(), policy.random()));
        }
      }.start();
    }
  }

  /** thenRun is skipped when the stop fails. */
  @WrongAnswer("The stop failed instead of completing")
  public static class IgnoresAFailedStop extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      stop.thenRun(() -> done.complete(null));
      return super.run(downloads, context, done, listener);
    }
  }

  /** An attempt that is repeated counts as an end each time. */
  @WrongAnswer("times for 8 downloads")
  public static class ReportsEachAttempt extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Path> attempt(Download download) {
          CompletableFuture<Path> retried = super.attempt(download);
          retried.whenComplete((_, _) -> super.reported(new Outcome.Stopped(download)));
          return retried;
        }

        @Override
        Outcome reported(Outcome outcome) {
          return outcome;
        }
      }.start();
    }
  }

  /** The progress bar of a run with failures never gets to its end. */
  @WrongAnswer("The listener was told 3 times for 8 downloads")
  public static class ReportsSavedFilesOnly extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome reported(Outcome outcome) {
          return outcome instanceof Outcome.Saved ? super.reported(outcome) : outcome;
        }
      }.start();
    }
  }
}
