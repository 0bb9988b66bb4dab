package workshop.downloads.answers.downloader;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Two spellings of one target are two targets. */
  @WrongAnswer("Two of three downloads have the same target")
  public static class ComparesTargetsAsSpelled extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        void refuseSharedTargets() {
          if (downloads.stream().map(Download::to).distinct().count() < downloads.size()) {
            throw new IllegalArgumentException("two downloads have the same target");
          }
        }
      }.start();
    }
  }

  /** The last one wins, whichever that is. */
  @WrongAnswer("Two of three downloads have the same target")
  public static class AllowsSharedTargets extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        void refuseSharedTargets() {}
      }.start();
    }
  }
}
