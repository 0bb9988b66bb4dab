package workshop.downloads.answers.downloader;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link Downloader}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Starts one virtual thread for each permit, which takes downloads from a queue. */
  @RightAnswer
  public static class UsesWorkersAndAQueue extends Downloader {

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
          List<CompletableFuture<Outcome>> outcomes =
              Stream.generate(() -> new CompletableFuture<Outcome>())
                  .limit(downloads.size())
                  .toList();
          Queue<Integer> queue =
              new ConcurrentLinkedQueue<>(IntStream.range(0, downloads.size()).boxed().toList());
          Runnable van =
              () -> {
                for (Integer i = queue.poll(); i != null; i = queue.poll()) {
                  outcomes.get(i).complete(downloads.get(i).get().join());
                }
              };
          Thread.startVirtualThread(() -> {
            try (ExecutorService vans = Executors.newVirtualThreadPerTaskExecutor()) {
              IntStream.range(0, context.limit()).forEach(_ -> vans.execute(van));
            }
          });
          return Futures.inOrder(outcomes);
        }
      }.start();
    }
  }

  /** Calls the listener from a queue with one reader, so a slow listener delays only the end. */
  @RightAnswer
  public static class ReportsFromAQueue extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        private CompletableFuture<?> told = CompletableFuture.completedFuture(null);

        @Override
        synchronized Outcome reported(Outcome outcome) {
          told = told.thenRunAsync(() -> super.reported(outcome), Thread::startVirtualThread);
          return outcome;
        }

        @Override
        CompletableFuture<Summary> start() {
          return super.start().thenCompose(summary -> told.thenApply(_ -> summary));
        }
      }.start();
    }
  }

  /**
   * Starts a virtual thread for each download, which waits for a permit, for the end, and for the
   * listener.
   */
  @RightAnswer
  public static class UsesAVirtualThreadPerDownload extends Downloader {

    @Override
    public CompletableFuture<Summary> run(
        List<Download> downloads,
        DownloadContext context,
        CompletableFuture<?> stop,
        Consumer<Progress> listener) {
      return new ManagedRun(downloads, context, stop, listener) {
        private final Semaphore places = new Semaphore(context.limit(), true);
        private final ReentrantLock turn = new ReentrantLock(true);

        @Override
        CompletableFuture<List<Outcome>> inPlaces(
            List<Supplier<CompletableFuture<Outcome>>> downloads) {
          List<CompletableFuture<Outcome>> outcomes =
              downloads.stream().map(this::onAThreadOfItsOwn).toList();
          return Futures.inOrder(outcomes);
        }

        private CompletableFuture<Outcome> onAThreadOfItsOwn(
            Supplier<CompletableFuture<Outcome>> download) {
          CompletableFuture<Outcome> outcome = new CompletableFuture<>();
          Thread.startVirtualThread(() -> {
            places.acquireUninterruptibly();
            try {
              outcome.complete(download.get().join());
            } catch (RuntimeException e) {
              outcome.completeExceptionally(e);
            } finally {
              places.release();
            }
          });
          return outcome;
        }

        @Override
        Outcome reported(Outcome outcome) {
          turn.lock();
          try {
            return super.reported(outcome);
          } finally {
            turn.unlock();
          }
        }
      }.start();
    }
  }
}
