package workshop.downloads.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.AllOrNothing;
import workshop.downloads.AtMost;
import workshop.downloads.Delivery;
import workshop.downloads.Failure;
import workshop.downloads.Kitchen;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Retrying;
import workshop.downloads.Summary;

/** A run of many downloads whose every part can be got wrong. As it stands it is right. */
class Run {

  final List<Delivery> deliveries;
  final Kitchen kitchen;
  final CompletableFuture<?> stop;
  final Consumer<Progress> listener;
  private int ended;

  Run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    this.deliveries = deliveries;
    this.kitchen = kitchen;
    this.stop = stop;
    this.listener = listener;
  }

  CompletableFuture<Summary> start() {
    refuseSharedTargets();
    List<Supplier<CompletableFuture<Outcome>>> downloads = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      downloads.add(() -> carryOut(delivery).thenApply(this::reported));
    }
    return inPlaces(downloads).thenApply(Summary::new);
  }

  CompletableFuture<List<Outcome>> inPlaces(List<Supplier<CompletableFuture<Outcome>>> downloads) {
    return new AtMost().all(downloads, kitchen.limit());
  }

  void refuseSharedTargets() {
    Set<Path> targets = new HashSet<>();
    for (Delivery delivery : deliveries) {
      if (!targets.add(delivery.to().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException("a second delivery for " + delivery.to());
      }
    }
  }

  CompletableFuture<Outcome> carryOut(Delivery delivery) {
    if (stop.isDone()) {
      return CompletableFuture.completedFuture(new Outcome.Stopped(delivery));
    }
    AtomicReference<CompletableFuture<Path>> last = new AtomicReference<>();
    CompletableFuture<Path> download =
        retrying(
            delivery,
            () -> {
              last.set(attempt(delivery));
              return last.get();
            });
    stop.whenComplete((_, _) -> stopped(download));
    return download
        .handle((_, why) -> outcome(delivery, why))
        .thenCompose(outcome -> last.get().handle((_, _) -> outcome));
  }

  CompletableFuture<Path> retrying(Delivery delivery, Supplier<CompletableFuture<Path>> attempt) {
    return new Retrying().download(delivery.from(), attempt, kitchen.patience());
  }

  CompletableFuture<Path> attempt(Delivery delivery) {
    return Collected.begin(() ->
        new AllOrNothing()
            .download(kitchen.client(), delivery.from(), delivery.to(), kitchen.worker()));
  }

  void stopped(CompletableFuture<Path> download) {
    download.cancel(true);
  }

  Outcome outcome(Delivery delivery, Throwable why) {
    if (why == null) {
      return new Outcome.Saved(delivery);
    }
    return stop.isDone()
        ? new Outcome.Stopped(delivery)
        : new Outcome.Failed(delivery, Failure.naming(delivery.from(), why));
  }

  synchronized Outcome reported(Outcome outcome) {
    listener.accept(new Progress(++ended, deliveries.size()));
    return outcome;
  }
}
