package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.answers.Futures;

/** A bounded run whose parts the wrong answers override. Without overrides, it is right. */
class BoundedRun<T> {

  final List<Supplier<CompletableFuture<T>>> downloads;
  final Semaphore permits;

  BoundedRun(List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    this.downloads = downloads;
    this.permits = new Semaphore(limit);
  }

  CompletableFuture<List<T>> start() {
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread.startVirtualThread(() -> {
      for (int i = 0; i < downloads.size(); i++) {
        CompletableFuture<T> result = results.get(i);
        try {
          acquire();
        } catch (InterruptedException neverHappens) {
          throw new AssertionError(neverHappens);
        }
        begin(downloads.get(i)).whenComplete((value, why) -> ended(value, why, result));
      }
    });
    return Futures.inOrder(results);
  }

  void acquire() throws InterruptedException {
    permits.acquire();
  }

  CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
    return Futures.begin(download);
  }

  void ended(T value, Throwable why, CompletableFuture<T> result) {
    permits.release();
    Futures.pass(value, why, result);
  }
}
