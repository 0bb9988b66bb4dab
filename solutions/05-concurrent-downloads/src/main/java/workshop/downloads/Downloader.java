package workshop.downloads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The whole order book: a hundred files, four at a time, late ones asked for again, damaged ones
 * sent back, and in the evening a list on which each order stands exactly once.
 *
 * <p>Built from your {@link AtMost}, {@link Retrying} and {@link AllOrNothing}. {@link Fetch} makes
 * a program of it.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Downloader {

  /**
   * Begins to carry out {@code orders} and returns at once. An order that fails does not disturb the
   * others.
   *
   * @param stop when it completes, downloads in flight are cancelled and no other one is begun
   * @param listener told of the progress each time an order has come to an end: by one thread at a
   *     time, and each time of one more
   * @return never fails; complete when the last order has come to an end and nothing is left to be
   *     cleaned up
   * @throws IllegalArgumentException if two orders have the same target; then nothing was begun
   */
  public CompletableFuture<Summary> run(
      List<Order> orders,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    refuseSharedTargets(orders);
    Consumer<Outcome> report = reporting(orders.size(), listener);
    List<Supplier<CompletableFuture<Outcome>>> downloads = new ArrayList<>();
    for (Order order : orders) {
      downloads.add(
          () ->
              carryOut(order, kitchen, stop)
                  .thenApply(
                      outcome -> {
                        report.accept(outcome);
                        return outcome;
                      }));
    }
    return new AtMost().all(downloads, kitchen.limit()).thenApply(Summary::new);
  }

  private static CompletableFuture<Outcome> carryOut(
      Order order, Kitchen kitchen, CompletableFuture<?> stop) {
    if (stop.isDone()) {
      return CompletableFuture.completedFuture(new Outcome.Stopped(order));
    }
    AtomicReference<CompletableFuture<Path>> last = new AtomicReference<>();
    Supplier<CompletableFuture<Path>> attempt =
        () -> {
          last.set(begin(order, kitchen));
          return last.get();
        };
    CompletableFuture<Path> download =
        new Retrying().download(order.from(), attempt, kitchen.patience());
    stop.whenComplete((_, _) -> download.cancel(true));
    return download
        .handle(
            (_, why) -> {
              if (why == null) {
                return new Outcome.Saved(order);
              }
              return stop.isDone()
                  ? new Outcome.Stopped(order)
                  : new Outcome.Failed(order, Failure.naming(order.from(), why));
            })
        // Called off at once, but not yet cleaned up: that has happened when the attempt has ended.
        .thenCompose(outcome -> last.get().handle((_, _) -> outcome));
  }

  /** A URL that nobody can request is a failure of its order, and not of the run. */
  private static CompletableFuture<Path> begin(Order order, Kitchen kitchen) {
    try {
      return new AllOrNothing()
          .download(kitchen.client(), order.from(), order.to(), kitchen.worker());
    } catch (IllegalArgumentException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Counting and telling are one step: else a 6 may be told before the 5. */
  private static Consumer<Outcome> reporting(int total, Consumer<Progress> listener) {
    Object turn = new Object();
    int[] ended = {0};
    return outcome -> {
      synchronized (turn) {
        listener.accept(new Progress(++ended[0], total));
      }
    };
  }

  private static void refuseSharedTargets(List<Order> orders) {
    Map<Path, Order> targets = new HashMap<>();
    for (Order order : orders) {
      Order other = targets.putIfAbsent(order.to().toAbsolutePath().normalize(), order);
      if (other != null) {
        throw new IllegalArgumentException(
            order.to() + " is the target of " + other.from() + " and of " + order.from());
      }
    }
  }
}
