package workshop.downloads.answers.downloader;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /**
   * Submits a task that checks whether all downloads have ended, and submits itself again if not.
   */
  @WrongAnswer("That is busy waiting")
  public static class PollsUntilAllAreDone extends Downloader {

    private static final Executor LATER = CompletableFuture.delayedExecutor(5, MILLISECONDS);

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {

        @Override
        CompletableFuture<List<Outcome>> inPlaces(
            List<Supplier<CompletableFuture<Outcome>>> downloads) {
          CompletableFuture<List<Outcome>> all = super.inPlaces(downloads);
          CompletableFuture<List<Outcome>> seen = new CompletableFuture<>();
          look(all, seen);
          return seen;
        }

        private void look(
            CompletableFuture<List<Outcome>> all, CompletableFuture<List<Outcome>> seen) {
          if (all.isDone()) {
            all.whenComplete((outcomes, why) -> Futures.pass(outcomes, why, seen));
          } else {
            LATER.execute(() -> look(all, seen));
          }
        }
      }.start();
    }
  }

  /** Shuts down the client of the caller at the end. */
  @WrongAnswer("your code has shut down the context's client")
  public static class ShutsDownTheClient extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return super.run(downloads, context, stop, listener)
          .whenComplete((_, _) -> context.client().shutdownNow());
    }
  }

  /** Counts with a permit that a thread cannot take twice, and waits for itself. */
  @WrongAnswer("The listener completed stop, and the run never ended")
  public static class WaitsForItsOwnPermit extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      Semaphore turn = new Semaphore(1);
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome reported(Outcome outcome) {
          try {
            turn.acquire();
          } catch (InterruptedException stuck) {
            return outcome;
          }
          try {
            tell(new Progress(++ended, downloads.size()));
          } catch (Throwable brokenListener) {
            // goes on without it
          } finally {
            turn.release();
          }
          return outcome;
        }
      }.start();
    }
  }

  /** Does not use AtMost. */
  @WrongAnswer("requests were in flight together, but the limit is 4")
  public static class IgnoresTheLimit extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<List<Outcome>> inPlaces(
            List<Supplier<CompletableFuture<Outcome>>> downloads) {
          return Futures.inOrder(downloads.stream().map(Supplier::get).toList());
        }
      }.start();
    }
  }

  /** Allows one download too many. */
  @WrongAnswer("5 requests were in flight together, but the limit is 4")
  public static class IsOffByOne extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      DownloadContext larger =
          new DownloadContext(
              context.client(), context.limit() + 1, context.policy(), context.worker());
      return super.run(downloads, larger, stop, listener);
    }
  }

  /** Asks four times a second, in a task of the timer, whether to stop. */
  @WrongAnswer("the timer of the policy has run")
  public static class AsksOnTheTimer extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      ScheduledFuture<?> asking =
          context.policy().timer().scheduleWithFixedDelay(stop::isDone, 0, 250, MILLISECONDS);
      return super.run(downloads, context, stop, listener)
          .whenComplete((_, _) -> asking.cancel(false));
    }
  }
}
