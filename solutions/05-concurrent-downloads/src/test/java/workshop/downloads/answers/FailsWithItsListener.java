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

/** What the listener throws becomes the failure of the run. */
@WrongAnswer("The listener threw an exception. The run failed, or never ended")
public class FailsWithItsListener extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      synchronized Outcome reported(Outcome outcome) {
        tell(new Progress(++ended, downloads.size()));
        return outcome;
      }
    }.start();
  }
}
