package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.RightAnswer;

/** Completes futures of its own on virtual threads. */
@RightAnswer
public class CompletesItsFutures extends VirtualOrders {
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
