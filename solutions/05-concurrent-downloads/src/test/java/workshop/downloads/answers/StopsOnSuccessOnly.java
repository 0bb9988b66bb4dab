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

/** thenRun is skipped when the stop fails. */
@WrongAnswer("The stop failed instead of completing")
public class StopsOnSuccessOnly extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    stop.thenRun(() -> done.complete(null));
    return super.run(downloads, context, done, listener);
  }
}
