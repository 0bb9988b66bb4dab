package workshop.downloads.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** A server that is busy for a moment is a failure. */
@WrongAnswer("It should be 3 saved, 5 failed, 0 stopped")
public class TriesOnlyOnce extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<Path> retrying(
          Download download, Supplier<CompletableFuture<Path>> attempt) {
        return attempt.get();
      }
    }.start();
  }
}
