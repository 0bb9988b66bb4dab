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

/** Submits the readings on the caller's thread, so a refusal leaves serve(). */
@WrongAnswer("threw it at its caller")
public class SubmitsOnTheCaller extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    for (Path file : files) {
      Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
      results.add(
          orders.submit(() -> {
            return transform.apply(reading.get());
          }));
    }
    orders.shutdown();
    return results;
  }
}
