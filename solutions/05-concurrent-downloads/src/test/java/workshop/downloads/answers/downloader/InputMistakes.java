package workshop.downloads.answers.downloader;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Downloader} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Accepts two downloads with the same target, and the last one wins. */
  @WrongAnswer("Two downloads had the same target")
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

  /** Compares only the names, although the same name in two directories means two files. */
  @WrongAnswer("Two downloads had the same name in different directories, and the run threw")
  public static class ComparesTheNamesOnly extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        void refuseSharedTargets() {
          Set<Path> names = new HashSet<>();
          for (Download download : downloads) {
            if (!names.add(download.to().normalize().getFileName())) {
              throw new IllegalArgumentException("a second download for " + download.to());
            }
          }
        }
      }.start();
    }
  }

  /** Cancels a download that begins after the stop. Its request may have been sent by then. */
  @WrongAnswer("The run was told to stop")
  public static class BeginsAndCancels extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Outcome> carryOut(Download download) {
          CompletableFuture<Void> later = new CompletableFuture<>();
          CompletableFuture<Outcome> begun =
              new ManagedRun(downloads, context, later, listener).carryOut(download);
          stop.whenComplete((_, _) -> later.complete(null));
          return begun;
        }
      }.start();
    }
  }

  /** Treats a wrong checksum as a temporary failure. */
  @WrongAnswer("and it was requested again")
  public static class RepeatsAWrongChecksum extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        CompletableFuture<Path> attempt(Download download) {
          CompletableFuture<Path> attempt = super.attempt(download);
          CompletableFuture<Path> verified =
              new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                  return attempt.cancel(mayInterruptIfRunning);
                }
              };
          attempt
              .thenApply(file -> {
                if (readBack(download) instanceof Outcome.Failed(var _, Throwable bad)) {
                  throw new CompletionException(bad);
                }
                return file;
              })
              .whenComplete((file, why) -> Futures.pass(file, why, verified));
          return verified;
        }
      }.start();
    }
  }
}
