package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.RightAnswer;

/** One task after the other tells of the progress: nobody waits for a slow listener but the end. */
@RightAnswer
public class TellsFromAQueue extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      private CompletableFuture<?> told = CompletableFuture.completedFuture(null);

      @Override
      synchronized Outcome reported(Outcome outcome) {
        told = told.thenRunAsync(() -> super.reported(outcome), context.worker());
        return outcome;
      }

      @Override
      CompletableFuture<Summary> start() {
        return super.start().thenCompose(summary -> told.thenApply(_ -> summary));
      }
    }.start();
  }
}
