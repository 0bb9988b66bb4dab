package workshop.downloads.answers.downloader;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link Downloader} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Reads the file back on the common pool. */
  @WrongAnswer("not by the worker")
  public static class ReadsBackOnTheClientsThread extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        @Override
        Executor reader() {
          return ForkJoinPool.commonPool();
        }
      }.start();
    }
  }

  /** Counts with an atomic counter, and calls the listener from many threads. */
  @WrongAnswer("Count and call the listener in one step")
  public static class CallsTheListenerConcurrently extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        Outcome reported(Outcome outcome) {
          listener.accept(new Progress(count.incrementAndGet(), downloads.size()));
          return outcome;
        }
      }.start();
    }
  }
}
