package workshop.downloads.answers.downloader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Failure;
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

  /** Cancels what is in flight, and then begins the next downloads. */
  @WrongAnswer("then it began another download")
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

  /** Reports a file as saved without reading it back. */
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

  /** Ignores the stop: what is in flight runs to its end. */
  @WrongAnswer("The run was told to stop, but it has not ended")
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

  /** Lets a failed download fail the future of the whole run. */
  @WrongAnswer("One failed download ended the whole run")
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

  /** Lets an exception of the listener fail the run. */
  @WrongAnswer("The run failed, or never ended")
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

  /** Gives the downloads no deadline. */
  @WrongAnswer("its deadline has passed, but the run has not ended")
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

  /** Catches exceptions of the listener, but no Error. */
  @WrongAnswer("The listener threw an exception, and then an Error")
  public static class FailsIfTheListenerThrowsAnError extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        synchronized Outcome reported(Outcome outcome) {
          try {
            tell(new Progress(++ended, downloads.size()));
          } catch (RuntimeException broken) {
            // goes on without it
          }
          return outcome;
        }
      }.start();
    }
  }

  /** Needs a worker for the last step, which may be shut down. */
  @WrongAnswer("One failed download ended the whole run")
  public static class NeedsTheWorkerToTheEnd extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          return super.carryOut(download).thenApplyAsync(outcome -> outcome, context.worker());
        }
      }.start();
    }
  }

  /** Lets an Error while the file is read back fail the whole run. */
  @WrongAnswer("The run failed: java.lang.LinkageError")
  public static class FailsWithAnError extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome failed(Download download, Throwable why) {
          if (Failure.cause(why) instanceof Error error) {
            throw error;
          }
          return super.failed(download, why);
        }
      }.start();
    }
  }

  /** Uses {@code thenRun}, which is skipped when the stop fails. */
  @WrongAnswer("The stop future completed with a failure")
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

  /** Calls the listener after each attempt. */
  @WrongAnswer("calls for 8 downloads")
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

  /** Calls the listener for saved files only. */
  @WrongAnswer("The listener got 3 calls for 8 downloads")
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

  /** Does not call the listener again after its first exception. */
  @WrongAnswer("The listener got one call for 4 downloads")
  public static class GivesUpABrokenListener extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      AtomicBoolean broken = new AtomicBoolean();
      return super.run(
          downloads,
          context,
          stop,
          progress -> {
            if (!broken.get()) {
              try {
                listener.accept(progress);
              } catch (RuntimeException thrown) {
                broken.set(true);
              }
            }
          });
    }
  }

  /** Reacts to a stop that comes during the run, but not to one that came before it. */
  @WrongAnswer("The run was told to stop before it began")
  public static class IgnoresAnEarlyStop extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return super.run(
          downloads, context, stop.isDone() ? new CompletableFuture<>() : stop, listener);
    }
  }
}
