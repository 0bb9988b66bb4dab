package workshop.downloads.answers.downloader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import workshop.downloads.AllOrNothing;
import workshop.downloads.AtMost;
import workshop.downloads.Checksum;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Failure;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Retrying;
import workshop.downloads.Summary;
import workshop.downloads.answers.Futures;

/**
 * A run of many downloads whose parts the wrong answers override. Without overrides, it is right.
 */
class ManagedRun {

  final List<Download> downloads;
  final DownloadContext context;
  final CompletableFuture<?> stop;
  final Consumer<Progress> listener;
  int ended;

  ManagedRun(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    this.downloads = downloads;
    this.context = context;
    this.stop = stop;
    this.listener = listener;
  }

  CompletableFuture<Summary> start() {
    refuseSharedTargets();
    List<Supplier<CompletableFuture<Outcome>>> begins = new ArrayList<>();
    for (Download download : downloads) {
      begins.add(() -> carryOut(download).thenApply(this::reported));
    }
    return inPlaces(begins).thenApply(Summary::new);
  }

  CompletableFuture<List<Outcome>> inPlaces(List<Supplier<CompletableFuture<Outcome>>> downloads) {
    return new AtMost().all(downloads, context.limit());
  }

  void refuseSharedTargets() {
    Set<Path> targets = new HashSet<>();
    for (Download download : downloads) {
      if (!targets.add(download.to().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException("a second download for " + download.to());
      }
    }
  }

  CompletableFuture<Outcome> carryOut(Download download) {
    if (stop.isDone()) {
      return CompletableFuture.completedFuture(new Outcome.Stopped(download));
    }
    AtomicReference<CompletableFuture<Path>> last =
        new AtomicReference<>(CompletableFuture.failedFuture(new CancellationException()));
    CompletableFuture<Path> retried =
        retrying(
            download,
            () -> {
              last.set(attempt(download));
              return last.get();
            });
    stop.whenComplete((_, _) -> stopped(retried));
    return retried
        .handle((_, why) -> why)
        .thenCompose(why -> last.get().handle((file, _) -> file == null ? why : null))
        .thenCompose(why ->
            why == null
                ? CompletableFuture.supplyAsync(() -> outcome(download, null), reader())
                : CompletableFuture.completedFuture(outcome(download, why)))
        .exceptionally(why -> failed(download, why)); // the worker was shut down, or worse
  }

  CompletableFuture<Path> retrying(Download download, Supplier<CompletableFuture<Path>> attempt) {
    return new Retrying().download(download.from(), attempt, context.policy());
  }

  CompletableFuture<Path> attempt(Download download) {
    return Futures.begin(() ->
        new AllOrNothing()
            .download(context.client(), download.from(), download.to(), context.worker()));
  }

  void stopped(CompletableFuture<Path> retried) {
    retried.cancel(true);
  }

  Outcome outcome(Download download, Throwable why) {
    if (why == null) {
      return readBack(download);
    }
    return stop.isDone() ? new Outcome.Stopped(download) : failed(download, why);
  }

  Outcome failed(Download download, Throwable why) {
    return new Outcome.Failed(download, Failure.naming(download.from(), why));
  }

  Executor reader() {
    return context.worker();
  }

  Outcome readBack(Download download) {
    try {
      return new Outcome.Saved(download, Checksum.verify(download));
    } catch (IOException notReadBack) {
      return failed(download, notReadBack);
    }
  }

  synchronized Outcome reported(Outcome outcome) {
    try {
      tell(new Progress(++ended, downloads.size()));
    } catch (Throwable brokenListener) {
      // goes on without it
    }
    return outcome;
  }

  void tell(Progress progress) {
    listener.accept(progress);
  }
}
