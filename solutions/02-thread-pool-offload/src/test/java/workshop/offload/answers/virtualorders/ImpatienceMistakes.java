package workshop.offload.answers.virtualorders;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Gives up after a second. */
  @WrongAnswer("an order ended before its file was read")
  public static class WaitsASecondForTheDisk extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files, file -> transform.apply(Orders.reading(file, diskPool).get(1, SECONDS)));
    }
  }
}
