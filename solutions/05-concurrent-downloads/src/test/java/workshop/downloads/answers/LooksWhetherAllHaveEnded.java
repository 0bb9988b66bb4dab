package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** No thread sleeps here: the question whether all have ended is put off, again and again. */
@WrongAnswer("That is busy waiting")
public class LooksWhetherAllHaveEnded extends Downloader {

  private static final Executor LATER = CompletableFuture.delayedExecutor(5, MILLISECONDS);

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {

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
          all.whenComplete((outcomes, why) -> Collected.pass(outcomes, why, seen));
        } else {
          LATER.execute(() -> look(all, seen));
        }
      }
    }.start();
  }
}
