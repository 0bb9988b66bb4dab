package workshop.offload.answers.virtualorders;

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

/** Right answers to {@link VirtualOrders}, each built in a different way. */
final class RightAnswers {

  /** Completes futures of its own on virtual threads. */
  @RightAnswer
  public static class CompletesItsFutures extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.completedBy(
          files,
          (file, result) -> {
            try {
              result.complete(Orders.serve(file, transform, diskPool));
            } catch (ExecutionException e) {
              result.completeExceptionally(e.getCause());
            } catch (Throwable e) {
              result.completeExceptionally(e);
            }
          });
    }
  }

  /** Joins a CompletableFuture of the disk pool on the virtual thread. */
  @RightAnswer
  public static class JoinsOnTheVirtualThread extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file ->
              transform.apply(
                  CompletableFuture.supplyAsync(() -> Orders.bytesOf(file), diskPool).join()));
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
        results.add(ORDERS.submit(() -> Orders.serve(file, transform, diskPool)));
      }
      return results;
    }
  }

  /** Uses virtual threads and future tasks without an executor. */
  @RightAnswer
  public static class StartsThreadsItself extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order = new FutureTask<>(() -> Orders.serve(file, transform, diskPool));
        Thread.startVirtualThread(order);
        results.add(order);
      }
      return results;
    }
  }

  /**
   * No thread waits: the disk pool completes a future whose next stage runs on a virtual thread.
   */
  @RightAnswer
  public static class TransformsInAStage extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        try {
          results.add(
              CompletableFuture.supplyAsync(() -> Orders.bytesOf(file), diskPool)
                  .thenApplyAsync(transform, Thread::startVirtualThread));
        } catch (RejectedExecutionException e) {
          results.add(CompletableFuture.failedFuture(e));
        }
      }
      return results;
    }
  }
}
