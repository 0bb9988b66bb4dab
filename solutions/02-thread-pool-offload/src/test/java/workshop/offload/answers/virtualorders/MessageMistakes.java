package workshop.offload.answers.virtualorders;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Fails an order with an exception of its own, without the cause. */
  @WrongAnswer("but its future failed with")
  public static class LosesTheCause extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file -> {
            try {
              return Orders.serve(file, transform, diskPool);
            } catch (ExecutionException e) {
              throw new IllegalStateException("the order failed");
            }
          });
    }
  }
}
