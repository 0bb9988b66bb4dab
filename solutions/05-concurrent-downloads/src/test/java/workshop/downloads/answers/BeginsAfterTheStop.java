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

/** Cancels what is in flight, and goes on with the next in the list. */
@WrongAnswer("/file-3 was requested once, expected: never")
public class BeginsAfterTheStop extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
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
