package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Serves two orders at a time. */
@WrongAnswer("at most 2")
public class ServesTwoAtATime extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    Semaphore permits = new Semaphore(2);
    for (Path file : files) {
      results.add(
          orders.submit(() -> {
            permits.acquire();
            try {
              Future<byte[]> reading = diskPool.submit(() -> Files.readAllBytes(file));
              return transform.apply(reading.get());
            } finally {
              permits.release();
            }
          }));
    }
    orders.shutdown();
    return results;
  }
}
