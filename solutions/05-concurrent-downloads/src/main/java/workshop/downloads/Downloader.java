package workshop.downloads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The whole order book: a hundred deliveries, four vans on the road, late ones asked for again,
 * damaged ones sent back, and in the evening a list on which each delivery stands exactly once.
 *
 * <p>Built from your {@link AtMost}, {@link Retrying} and {@link AllOrNothing}. {@link Fetch} makes
 * a program of it.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Downloader {

  /**
   * Begins the deliveries and returns at once. One that fails does not disturb the others.
   *
   * @param stop when it completes, downloads in flight are cancelled and no other one is begun
   * @param listener told of the progress each time a delivery has come to an end: by one thread at
   *     a time, and each time of one more
   * @return never fails; complete when the last delivery has come to an end and nothing is left to
   *     be cleaned up
   * @throws IllegalArgumentException if two deliveries have the same target; then none was begun
   */
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    refuseSharedTargets(deliveries);
    Object turn = new Object();
    List<Outcome> ended = new ArrayList<>();
    List<Supplier<CompletableFuture<Outcome>>> downloads = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      downloads.add(() ->
          download(delivery, kitchen, stop)
              .whenComplete((outcome, _) -> {
                synchronized (turn) { // else a 6 may be told before the 5
                  ended.add(outcome);
                  listener.accept(new Progress(ended.size(), deliveries.size()));
                }
              }));
    }
    return new AtMost().all(downloads, kitchen.limit()).thenApply(Summary::new);
  }

  private static CompletableFuture<Outcome> download(
      Delivery delivery, Kitchen kitchen, CompletableFuture<?> stop) {
    if (stop.isDone()) {
      return CompletableFuture.completedFuture(new Outcome.Stopped(delivery));
    }
    AtomicReference<CompletableFuture<Path>> last =
        new AtomicReference<>(CompletableFuture.completedFuture(delivery.to()));
    Supplier<CompletableFuture<Path>> attempt =
        () -> {
          last.set(
              new AllOrNothing()
                  .download(kitchen.client(), delivery.from(), delivery.to(), kitchen.worker()));
          return last.get();
        };
    CompletableFuture<Path> download =
        new Retrying().download(delivery.from(), attempt, kitchen.patience());
    stop.whenComplete((_, _) -> download.cancel(true));
    return download
        .handle((_, why) ->
            why == null ? new Outcome.Saved(delivery) : withoutFile(delivery, why, stop))
        // Called off at once, but not yet cleaned up: that has happened when the attempt has ended.
        .thenCompose(outcome -> last.get().handle((_, _) -> outcome));
  }

  private static Outcome withoutFile(Delivery delivery, Throwable why, CompletableFuture<?> stop) {
    return stop.isDone()
        ? new Outcome.Stopped(delivery)
        : new Outcome.Failed(delivery, Failure.naming(delivery.from(), why));
  }

  private static void refuseSharedTargets(List<Delivery> deliveries) {
    Set<Path> targets = new HashSet<>();
    for (Delivery delivery : deliveries) {
      if (!targets.add(delivery.to().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException("a second delivery to " + delivery.to());
      }
    }
  }
}
