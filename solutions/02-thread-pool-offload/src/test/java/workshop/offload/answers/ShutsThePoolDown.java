package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Shuts down the pool that it was given. */
@WrongAnswer("has been shut down")
public class ShutsThePoolDown extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = super.serve(files, transform, diskPool);
    Thread.startVirtualThread(() -> {
      for (Future<String> result : results) {
        while (!result.isDone()) {
          LockSupport.parkNanos(1_000_000);
        }
      }
      diskPool.shutdown();
    });
    return results;
  }
}
