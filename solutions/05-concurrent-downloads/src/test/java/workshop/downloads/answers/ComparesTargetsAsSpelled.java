package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** Two spellings of one target are two targets. */
@WrongAnswer("Two of three downloads have the same target")
public class ComparesTargetsAsSpelled extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      void refuseSharedTargets() {
        if (downloads.stream().map(Download::to).distinct().count() < downloads.size()) {
          throw new IllegalArgumentException("two downloads have the same target");
        }
      }
    }.start();
  }
}
