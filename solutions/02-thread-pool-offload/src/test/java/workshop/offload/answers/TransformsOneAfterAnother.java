package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Transforms under a lock. */
@WrongAnswer("only 1 of them is inside transform")
public class TransformsOneAfterAnother extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    for (Path file : files) {
      results.add(
          orders.submit(() -> {
            Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
            byte[] bytes = reading.get();
            synchronized (orders) {
              return transform.apply(bytes);
            }
          }));
    }
    orders.shutdown();
    return results;
  }
}
