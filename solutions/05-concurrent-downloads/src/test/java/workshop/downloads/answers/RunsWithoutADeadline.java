package workshop.downloads.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Progress;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** Tries again and again, each time with all the policy in the world. */
@WrongAnswer("its deadline has passed, and the run has not ended")
public class RunsWithoutADeadline extends Downloader {

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
        RetryPolicy policy = context.policy();
        return new Retrying()
            .download(
                download.from(),
                attempt,
                new RetryPolicy(Duration.ofDays(100), policy.timer(), policy.random()));
      }
    }.start();
  }
}
