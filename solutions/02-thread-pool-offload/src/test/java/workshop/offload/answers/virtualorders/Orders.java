package workshop.offload.answers.virtualorders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What the answers have in common. */
final class Orders {

  /** What an order does on its thread. */
  interface Order<T> {
    String serve(T what) throws Exception;
  }

  private Orders() {}

  /** Starts a virtual thread for each order. */
  static <T> List<Future<String>> each(List<T> all, Order<T> order) {
    return on(Executors.newVirtualThreadPerTaskExecutor(), all, order);
  }

  static <T> List<Future<String>> on(ExecutorService threads, List<T> all, Order<T> order) {
    List<Future<String>> results = new ArrayList<>();
    for (T each : all) {
      results.add(threads.submit(() -> order.serve(each)));
    }
    threads.shutdown();
    return results;
  }

  /** Starts a virtual thread for each order, which completes the future itself. */
  static List<Future<String>> completedBy(
      List<Path> files, BiConsumer<Path, CompletableFuture<String>> order) {
    List<Future<String>> results = new ArrayList<>();
    for (Path file : files) {
      CompletableFuture<String> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> order.accept(file, result));
      results.add(result);
    }
    return results;
  }

  /** Serves an order as it should be served. */
  static String serve(Path file, Function<byte[], String> transform, ExecutorService diskPool)
      throws ExecutionException, InterruptedException {
    return transform.apply(reading(file, diskPool).get());
  }

  static Future<byte[]> reading(Path file, ExecutorService diskPool) {
    return diskPool.submit(() -> Files.readAllBytes(file));
  }

  static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a virtual thread run {@code task} when all orders are served. */
  static void afterAll(List<Future<String>> results, Runnable task) {
    Thread.startVirtualThread(() -> {
      for (Future<String> result : results) {
        try {
          result.get();
        } catch (InterruptedException | ExecutionException e) {
          // the future itself reports it
        }
      }
      task.run();
    });
  }
}
