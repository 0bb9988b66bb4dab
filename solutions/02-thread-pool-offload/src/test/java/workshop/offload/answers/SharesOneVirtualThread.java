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

/** Serves all orders on one virtual thread. */
@WrongAnswer("Orders that share a thread")
public class SharesOneVirtualThread extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    ExecutorService orders = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    for (Path file : files) {
      served.add(
          orders.submit(() -> cook.apply(storeroom.submit(() -> Files.readAllBytes(file)).get())));
    }
    orders.shutdown();
    return served;
  }
}
