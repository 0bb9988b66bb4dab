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
import workshop.testkit.exercise.WrongAnswer;

/** Fails the future if the reading throws, and not if transform does. */
@WrongAnswer("its future is not done")
public class IgnoresWhatTransformThrows extends VirtualOrders {
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
