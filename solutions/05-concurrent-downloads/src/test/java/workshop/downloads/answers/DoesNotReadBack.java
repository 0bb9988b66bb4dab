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

/** Saved, because the download has succeeded. */
@WrongAnswer("The summary vouches for a file that was not read back")
public class DoesNotReadBack extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      Outcome readBack(Download download) {
        return new Outcome.Saved(download, "");
      }
    }.start();
  }
}
