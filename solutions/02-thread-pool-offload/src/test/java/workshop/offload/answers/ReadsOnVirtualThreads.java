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

/** Reads on the virtual threads, each of which keeps its carrier. */
@WrongAnswer("ran on a virtual thread")
public class ReadsOnVirtualThreads extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      FutureTask<String> order = new FutureTask<>(() -> cook.apply(Files.readAllBytes(file)));
      Thread.startVirtualThread(order);
      served.add(order);
    }
    return served;
  }
}
