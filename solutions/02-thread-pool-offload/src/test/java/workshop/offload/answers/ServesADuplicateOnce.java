package workshop.offload.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Returns one future for a file that is in the list twice. */
@WrongAnswer("3 orders, 2 futures")
public class ServesADuplicateOnce extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    return super.serve(new ArrayList<>(new LinkedHashSet<>(files)), transform, diskPool);
  }
}
