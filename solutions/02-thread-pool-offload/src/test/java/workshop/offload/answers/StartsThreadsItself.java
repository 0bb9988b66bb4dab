package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.RightAnswer;

/** Uses virtual threads and future tasks without an executor. */
@RightAnswer
public class StartsThreadsItself extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      FutureTask<String> order =
          new FutureTask<>(
              () -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get()));
      Thread.startVirtualThread(order);
      served.add(order);
    }
    return served;
  }
}
