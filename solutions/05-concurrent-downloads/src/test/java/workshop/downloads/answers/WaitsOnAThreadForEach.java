package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.RightAnswer;

/** A virtual thread for each download: waits for a place, for the end, and for its turn to tell. */
@RightAnswer
public class WaitsOnAThreadForEach extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      private final Semaphore places = new Semaphore(context.limit(), true);
      private final ReentrantLock turn = new ReentrantLock(true);

      @Override
      CompletableFuture<List<Outcome>> inPlaces(
          List<Supplier<CompletableFuture<Outcome>>> downloads) {
        List<CompletableFuture<Outcome>> outcomes =
            downloads.stream().map(this::onAThreadOfItsOwn).toList();
        return Collected.inOrder(outcomes);
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
