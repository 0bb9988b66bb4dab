package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on virtual threads, and limits them by a semaphore. */
@WrongAnswer("ran on a virtual thread")
public class LimitsVirtualThreadsByASemaphore extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    Semaphore two = new Semaphore(2);
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      FutureTask<String> order = new FutureTask<>(() -> cook.apply(read(file, two)));
      Thread.startVirtualThread(order);
      served.add(order);
    }
    return served;
  }

  private static byte[] read(Path file, Semaphore permits) throws Exception {
    permits.acquire();
    try {
      return Files.readAllBytes(file);
    } finally {
      permits.release();
    }
  }
}
