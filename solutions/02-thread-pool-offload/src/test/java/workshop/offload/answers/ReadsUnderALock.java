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

/** Reads under a lock, so one of three threads reads. */
@WrongAnswer("one after another")
public class ReadsUnderALock extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      FutureTask<String> order = new FutureTask<>(() -> cook.apply(fetch(file, storeroom)));
      Thread.startVirtualThread(order);
      served.add(order);
    }
    return served;
  }

  private synchronized byte[] fetch(Path file, ExecutorService storeroom) throws Exception {
    return storeroom.submit(() -> Files.readAllBytes(file)).get();
  }
}
