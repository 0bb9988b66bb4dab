package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on a pool of its own, with a thread per order. */
@WrongAnswer("which is not the executor that was given")
public class OpensItsOwnDiskPool extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    ExecutorService own = Executors.newCachedThreadPool();
    List<Future<String>> served = super.serve(files, cook, own);
    Thread.startVirtualThread(() -> {
      for (Future<String> order : served) {
        try {
          order.get();
        } catch (InterruptedException | ExecutionException e) {
          // told by the future itself
        }
      }
      own.shutdown();
    });
    return served;
  }
}
