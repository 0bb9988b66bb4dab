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
import workshop.testkit.exercise.WrongAnswer;

/** Starts the next order only when the last one has its bytes. */
@WrongAnswer("you blocked the caller")
public class WaitsBetweenOrders extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      Future<byte[]> fetched = storeroom.submit(() -> Files.readAllBytes(file));
      FutureTask<String> order = new FutureTask<>(() -> cook.apply(fetched.get()));
      try {
        Thread.startVirtualThread(order).join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      served.add(order);
    }
    return served;
  }
}
