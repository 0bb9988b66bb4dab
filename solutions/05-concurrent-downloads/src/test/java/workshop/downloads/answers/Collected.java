package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What most answers have in common. */
final class Collected {

  private Collected() {}

  static <T> CompletableFuture<List<T>> inOrder(List<CompletableFuture<T>> results) {
    return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> results.stream().map(CompletableFuture::join).toList());
  }

  /** One that throws instead of returning a future has failed. */
  static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
    try {
      return download.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  static <T> void pass(T value, Throwable failure, CompletableFuture<T> on) {
    if (failure == null) {
      on.complete(value);
    } else {
      on.completeExceptionally(failure);
    }
  }
}
