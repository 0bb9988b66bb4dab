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

/** Asks for the size on the virtual thread. */
@WrongAnswer("ran on a virtual thread")
public class AsksForTheSizeOnTheVirtualThread extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    for (Path file : files) {
      results.add(
          orders.submit(() -> {
            long size = Files.size(file);
            Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
            return size < 0 ? "" : transform.apply(reading.get());
          }));
    }
    orders.shutdown();
    return results;
  }
}
