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
import workshop.testkit.exercise.WrongAnswer;

/** A failure stays a failure, up to the future of the whole run. */
@WrongAnswer("One download has ended all of them")
public class EndsWithTheFirstFailure extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<Outcome> carryOut(Download download) {
        return retrying(download, () -> attempt(download)).thenApply(_ -> outcome(download, null));
      }
    }.start();
  }
}
