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

/** An attempt that is repeated counts as an end each time. */
@WrongAnswer("times for 8 downloads")
public class TellsOfEachAttempt extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<Path> attempt(Download download) {
        CompletableFuture<Path> retried = super.attempt(download);
        retried.whenComplete((_, _) -> super.reported(new Outcome.Stopped(download)));
        return retried;
      }

      @Override
      Outcome reported(Outcome outcome) {
        return outcome;
      }
    }.start();
  }
}
