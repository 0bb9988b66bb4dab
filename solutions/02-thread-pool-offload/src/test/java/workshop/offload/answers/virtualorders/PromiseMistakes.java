package workshop.offload.answers.virtualorders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Fails the future if the reading throws, and not if transform does. */
  @WrongAnswer("its future was never completed")
  public static class IgnoresWhatTransformThrows extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        CompletableFuture<String> order = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
          try {
            byte[] bytes = storeroom.submit(() -> Files.readAllBytes(file)).get();
            order.complete(cook.apply(bytes));
          } catch (ExecutionException | InterruptedException e) {
            order.completeExceptionally(e);
          }
        });
        served.add(order);
      }
      return served;
    }
  }

  /** Shuts down the pool that it was given. */
  @WrongAnswer("has been shut down")
  public static class ShutsThePoolDown extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      List<Future<String>> results = super.serve(files, transform, diskPool);
      Thread.startVirtualThread(() -> {
        for (Future<String> result : results) {
          while (!result.isDone()) {
            LockSupport.parkNanos(1_000_000);
          }
        }
        diskPool.shutdown();
      });
      return results;
    }
  }

  /** Fails the future if transform throws an exception, and not if it throws an Error. */
  @WrongAnswer("An order threw InternalError, but its future was never completed")
  public static class CatchesExceptionsOnly extends VirtualOrders {
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
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
      }
      return results;
    }
  }
}
