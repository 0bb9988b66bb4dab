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

/** Counts from nought. */
@WrongAnswer("5 requests were in flight together; the limit is 4")
public class TakesOneTooMany extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    DownloadContext larger =
        new DownloadContext(
            context.client(), context.limit() + 1, context.policy(), context.worker());
    return super.run(downloads, larger, stop, listener);
  }
}
