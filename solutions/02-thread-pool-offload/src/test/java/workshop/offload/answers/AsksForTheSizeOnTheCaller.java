package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Asks for the size on the caller's thread. */
@WrongAnswer("you blocked the caller")
public class AsksForTheSizeOnTheCaller extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    for (Path file : files) {
      if (!Files.exists(file)) {
        results.add(CompletableFuture.failedFuture(new NoSuchFileException(file.toString())));
        continue;
      }
      results.add(
          orders.submit(() -> {
            Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
            return transform.apply(reading.get());
          }));
    }
    orders.shutdown();
    return results;
  }
}
