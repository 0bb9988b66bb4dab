package workshop.downloads.answers;

import java.util.ArrayList;
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

/** The list that progress is counted with becomes the summary. */
@WrongAnswer("Each download has an outcome, but they are in another order")
public class SumsUpInOrderOfArrival extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      private final List<Outcome> arrived = new ArrayList<>();

      @Override
      synchronized Outcome reported(Outcome outcome) {
        arrived.add(outcome);
        return super.reported(outcome);
      }

      @Override
      CompletableFuture<List<Outcome>> inPlaces(
          List<Supplier<CompletableFuture<Outcome>>> downloads) {
        return super.inPlaces(downloads).thenApply(_ -> arrived);
      }
    }.start();
  }
}
