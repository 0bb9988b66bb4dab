package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** Lists what is there. What is not, is not listed. */
@WrongAnswer("8 downloads, 3 outcomes")
public class ForgetsTheFailedOnes extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      @Override
      CompletableFuture<List<Outcome>> inPlaces(
          List<Supplier<CompletableFuture<Outcome>>> downloads) {
        return super.inPlaces(downloads)
            .thenApply(all -> all.stream().filter(each -> each instanceof Outcome.Saved).toList());
      }
    }.start();
  }
}
