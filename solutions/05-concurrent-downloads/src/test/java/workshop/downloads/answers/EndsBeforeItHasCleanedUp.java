package workshop.downloads.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Called off is not cleaned up: the outcome is there while the last attempt still removes its file.
 */
@WrongAnswer("The run had ended, and a file of it was still being removed")
public class EndsBeforeItHasCleanedUp extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<Outcome> carryOut(Download download) {
        if (stop.isDone()) {
          return CompletableFuture.completedFuture(new Outcome.Stopped(download));
        }
        CompletableFuture<Path> retried = retrying(download, () -> attempt(download));
        stop.whenComplete((_, _) -> stopped(retried));
        return retried.handle((_, why) -> outcome(download, why));
      }
    }.start();
  }
}
