package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Closes its executor in serve(), which waits for all orders. */
@WrongAnswer("you blocked the caller")
public class ClosesItsExecutor extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    try (ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path file : files) {
        Callable<String> order =
            () -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get());
        served.add(orders.submit(order));
      }
    }
    return served;
  }
}
