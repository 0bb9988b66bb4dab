package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Checksum;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** Reads the file back, and does not compare. */
@WrongAnswer("It should be 1 saved, 1 failed, 0 stopped")
public class SavesWhateverItReadsBack extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      Outcome readBack(Download download) {
        try {
          URI plain = URI.create(download.from().toString().replaceFirst("#.*", ""));
          return new Outcome.Saved(download, Checksum.verify(new Download(plain, download.to())));
        } catch (IOException notReadBack) {
          return new Outcome.Failed(download, notReadBack);
        }
      }
    }.start();
  }
}
