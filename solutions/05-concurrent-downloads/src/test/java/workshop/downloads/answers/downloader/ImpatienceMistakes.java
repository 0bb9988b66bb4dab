package workshop.downloads.answers.downloader;

import java.nio.file.Path;
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
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Reports the outcome while the last attempt still deletes its file. */
  @WrongAnswer("The run ended while one of its files was still being deleted")
  public static class CompletesBeforeTheCleanUp extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          if (stop.isDone()) {
            return CompletableFuture.completedFuture(new Outcome.Stopped(download));
          }
          CompletableFuture<Path> retried = retrying(download, () -> attempt(download));
          stop.whenComplete((_, _) -> stopped(retried));
          return retried.handle((_, why) -> outcome(download, why));
        }
      }.start();
    }
  }

  /** Does not use Retrying. */
  @WrongAnswer("The server sent file-4 after a status 503. Its outcome is Failed")
  public static class NeverRetries extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Path> retrying(
            Download download, Supplier<CompletableFuture<Path>> attempt) {
          return attempt.get();
        }
      }.start();
    }
  }
}
