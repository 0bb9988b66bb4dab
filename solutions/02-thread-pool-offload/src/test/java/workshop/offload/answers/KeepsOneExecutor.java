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
import workshop.testkit.exercise.RightAnswer;

/** Uses one executor of virtual threads for all calls, and never closes it. */
@RightAnswer
public class KeepsOneExecutor extends VirtualOrders {
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
