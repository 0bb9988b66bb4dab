package workshop.downloads.answers.downloader;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

/** Wrong answers to {@link Downloader} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Lists only the downloads that were saved. */
  @WrongAnswer("3 outcomes for 8 downloads")
  public static class OmitsFailedDownloads extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<List<Outcome>> inPlaces(
            List<Supplier<CompletableFuture<Outcome>>> downloads) {
          return super.inPlaces(downloads)
              .thenApply(
                  all -> all.stream().filter(each -> each instanceof Outcome.Saved).toList());
        }
      }.start();
    }
  }

  /** Reads the file back, but does not compare the checksum. */
  @WrongAnswer("is not the one in its URL. Its outcome is Saved")
  public static class IgnoresTheExpectedChecksum extends Downloader {

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
            URI plain = URI.create(download.from().toString().replaceFirst("#.*", ""));
            return new Outcome.Saved(download, Checksum.verify(new Download(plain, download.to())));
          } catch (IOException notReadBack) {
            return new Outcome.Failed(download, notReadBack);
          }
        }
      }.start();
    }
  }

  /** Reports each download as saved. */
  @WrongAnswer("Download 1 failed, but its outcome is Saved")
  public static class ReportsFailuresAsSaved extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Outcome outcome(Download download, Throwable why) {
          return new Outcome.Saved(download, "");
        }
      }.start();
    }
  }
}
