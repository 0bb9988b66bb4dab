package workshop.downloads.answers.downloader;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Checksum;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Passes on what the read threw, which names at most the file. */
  @WrongAnswer("the error does not name the URL: java.lang.LinkageError: a bug")
  public static class DoesNotNameTheUrlOfAFailedRead extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome readBack(Download download) {
          try {
            return new Outcome.Saved(download, Checksum.verify(download));
          } catch (IOException | LinkageError notReadBack) {
            return new Outcome.Failed(download, notReadBack);
          }
        }
      }.start();
    }
  }

  /** Reports in the summary that a download failed, but not why. */
  @WrongAnswer("the error does not name the URL")
  public static class HidesTheReason extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome outcome(Download download, Throwable why) {
          Outcome outcome = super.outcome(download, why);
          return outcome instanceof Outcome.Failed
              ? new Outcome.Failed(download, new IOException("the download failed"))
              : outcome;
        }
      }.start();
    }
  }
}
