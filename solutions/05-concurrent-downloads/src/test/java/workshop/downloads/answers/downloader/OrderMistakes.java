package workshop.downloads.answers.downloader;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link Downloader} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Lists the outcomes in the order in which they came. */
  @WrongAnswer("but the outcomes are in a different order")
  public static class SummarizesInOrderOfCompletion extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        private final List<Outcome> arrived = new ArrayList<>();

        @Override
        synchronized Outcome reported(Outcome outcome) {
          arrived.add(outcome);
          return super.reported(outcome);
        }

        @Override
        CompletableFuture<List<Outcome>> inPlaces(
            List<Supplier<CompletableFuture<Outcome>>> downloads) {
          return super.inPlaces(downloads).thenApply(_ -> arrived);
        }
      }.start();
    }
  }

  /** Counts before it is its turn to call the listener, so that another call may come first. */
  @WrongAnswer("downloads, but in the wrong order")
  public static class CountsBeforeItsTurn extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      AtomicInteger count = new AtomicInteger();
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome reported(Outcome outcome) {
          Progress progress = new Progress(count.incrementAndGet(), downloads.size());
          synchronized (this) {
            try {
              tell(progress);
            } catch (Throwable brokenListener) {
              // goes on without it
            }
          }
          return outcome;
        }
      }.start();
    }
  }

  /** Calls the listener only when all downloads have ended. */
  @WrongAnswer("Two of three downloads have ended, but the listener got no call")
  public static class ReportsProgressAtTheEnd extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      Queue<Progress> collected = new ConcurrentLinkedQueue<>();
      return super.run(downloads, context, stop, collected::add)
          .whenComplete((_, _) -> collected.forEach(listener));
    }
  }
}
