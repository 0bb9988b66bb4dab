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

/** Without AtMost it is so much shorter. */
@WrongAnswer("requests were in flight together; the limit is 4")
public class SendsThemAllAtOnce extends Downloader {

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
        return Collected.inOrder(downloads.stream().map(Supplier::get).toList());
      }
    }.start();
  }
}
