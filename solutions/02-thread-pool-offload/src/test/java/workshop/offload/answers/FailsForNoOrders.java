package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an exception for an empty list. */
@WrongAnswer("NoSuchElementException")
public class FailsForNoOrders extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    files.getFirst();
    return super.serve(files, transform, diskPool);
  }
}
