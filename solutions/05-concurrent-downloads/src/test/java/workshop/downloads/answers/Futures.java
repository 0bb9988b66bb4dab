package workshop.downloads.answers;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What most answers have in common. */
public final class Futures {

  private Futures() {}

  /** Returns a copy of {@code downloads}, if the limit is at least 1. */
  public static <T> List<Supplier<CompletableFuture<T>>> checked(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be at least 1: " + limit);
    }
    return List.copyOf(downloads);
  }

  public static <T> CompletableFuture<List<T>> inOrder(List<CompletableFuture<T>> results) {
    return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> results.stream().map(CompletableFuture::join).toList());
  }

  /** Begins a download. If it throws or returns null, the returned future has failed. */
  public static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
    try {
      return requireNonNull(download.get(), "null instead of a future");
    } catch (Throwable neverBegan) {
      return CompletableFuture.failedFuture(neverBegan);
    }
  }

  public static <T> void pass(T value, Throwable failure, CompletableFuture<T> on) {
    if (failure == null) {
      on.complete(value);
    } else {
      on.completeExceptionally(failure);
    }
  }
}
