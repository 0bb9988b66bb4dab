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
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link VirtualOrders}, each built in another way. */
final class RightAnswers {

  /** Completes futures of its own on virtual threads. */
  @RightAnswer
  public static class CompletesItsFutures extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        CompletableFuture<String> result = new CompletableFuture<>();
        results.add(result);
        Thread.startVirtualThread(() -> {
          try {
            result.complete(transform.apply(diskPool.submit(() -> Files.readAllBytes(file)).get()));
          } catch (ExecutionException e) {
            result.completeExceptionally(e.getCause());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
      }
      return results;
    }
  }

  /** Joins a CompletableFuture of the disk pool on the virtual thread. */
  @RightAnswer
  public static class JoinsOnTheVirtualThread extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order =
            new FutureTask<>(() ->
                cook.apply(CompletableFuture.supplyAsync(() -> read(file), storeroom).join()));
        Thread.startVirtualThread(order);
        served.add(order);
      }
      return served;
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Uses one executor of virtual threads for all calls, and never closes it. */
  @RightAnswer
  public static class KeepsOneExecutor extends VirtualOrders {
    private static final ExecutorService ORDERS = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        results.add(
            ORDERS.submit(
                () -> transform.apply(diskPool.submit(() -> Files.readAllBytes(file)).get())));
      }
      return results;
    }
  }

  /** Uses virtual threads and future tasks without an executor. */
  @RightAnswer
  public static class StartsThreadsItself extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order =
            new FutureTask<>(
                () -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get()));
        Thread.startVirtualThread(order);
        served.add(order);
      }
      return served;
    }
  }

  /**
   * No thread waits: the disk pool completes a future whose next stage runs on a virtual thread.
   */
  @RightAnswer
  public static class TransformsInAStage extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        try {
          served.add(
              CompletableFuture.supplyAsync(() -> bytesOf(file), storeroom)
                  .thenApplyAsync(cook, Thread::startVirtualThread));
        } catch (RejectedExecutionException e) {
          served.add(CompletableFuture.failedFuture(e));
        }
      }
      return served;
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
