package workshop.downloads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The whole order book: a hundred orders, four vans on the road, late deliveries ordered again,
 * damaged ones sent back, and in the evening a list that names each order exactly once.
 *
 * <p>Use your {@link AtMost}, {@link Retrying} and {@link AllOrNothing}; {@link Checksum#verify} is
 * given. {@link Fetch} turns it into a program.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Downloader {

  /**
   * Begins the downloads and returns at once. Each file is written, and then read back on {@link
   * DownloadContext#worker}; it counts as saved if both have succeeded. A download that fails does
   * not disturb the others.
   *
   * @param stop when it completes, downloads in flight are canceled and no other one begins
   * @param listener is called each time a download has ended, by one thread at a time and with a
   *     count that goes up by one each time; if it throws, the run continues
   * @return never fails; completes when the last download has ended and cleaned up
   * @throws IllegalArgumentException if two downloads have the same target; in that case, no
   *     request was sent
   */
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    requireDistinctTargets(downloads);
    Counter counter = new Counter(downloads.size(), listener);
    List<Supplier<CompletableFuture<Outcome>>> begins =
        downloads.stream()
            .<Supplier<CompletableFuture<Outcome>>>map(download ->
                () -> outcome(download, context, stop).whenComplete((_, _) -> counter.oneMore()))
            .toList();
    return new AtMost().all(begins, context.limit()).thenApply(Summary::new);
  }

  private static CompletableFuture<Outcome> outcome(
      Download download, DownloadContext context, CompletableFuture<?> stop) {
    if (stop.isDone()) {
      return CompletableFuture.completedFuture(new Outcome.Stopped(download));
    }
    Attempts attempts = new Attempts(download, context);
    CompletableFuture<Path> retried =
        new Retrying().download(download.from(), attempts::begin, context.policy());
    stop.whenComplete((_, _) -> retried.cancel(true));
    return retried
        .handle((_, why) -> why)
        .thenCompose(why ->
            // The last attempt decides. It may end later than the future retried.
            attempts
                .end()
                .thenApplyAsync(_ -> saved(download), context.worker())
                .exceptionally(failure -> notSaved(download, why == null ? failure : why)));
  }

  private static Outcome saved(Download download) {
    try {
      return new Outcome.Saved(download, Checksum.verify(download));
    } catch (IOException notReadBack) {
      throw new CompletionException(notReadBack);
    }
  }

  private static Outcome notSaved(Download download, Throwable why) {
    return Failure.cause(why) instanceof CancellationException
        ? new Outcome.Stopped(download)
        : new Outcome.Failed(download, Failure.naming(download.from(), why));
  }

  private static void requireDistinctTargets(List<Download> downloads) {
    Set<Path> targets = new HashSet<>();
    for (Download download : downloads) {
      if (!targets.add(download.to().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException("two downloads have the target " + download.to());
      }
    }
  }

  /** The attempts at one download. After {@link #end} no further one begins. */
  private static final class Attempts {

    private final Download download;
    private final DownloadContext context;
    private CompletableFuture<Path> last =
        CompletableFuture.failedFuture(new CancellationException("no attempt has begun"));
    private boolean ended;

    Attempts(Download download, DownloadContext context) {
      this.download = download;
      this.context = context;
    }

    synchronized CompletableFuture<Path> begin() {
      if (!ended) {
        last =
            new AllOrNothing()
                .download(context.client(), download.from(), download.to(), context.worker());
      }
      return last;
    }

    synchronized CompletableFuture<Path> end() {
      ended = true;
      return last;
    }
  }

  /**
   * Counts and calls the listener in one step: otherwise, the listener might see a 6 before a 5.
   */
  private static final class Counter {

    private final int total;
    private final Consumer<Progress> listener;
    private int ended;

    Counter(int total, Consumer<Progress> listener) {
      this.total = total;
      this.listener = listener;
    }

    synchronized void oneMore() {
      try {
        listener.accept(new Progress(++ended, total));
      } catch (Throwable broken) { // the listener's fault, not the download's
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
      }
    }
  }
}
