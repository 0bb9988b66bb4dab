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

/** Wrong answers to {@link VirtualOrders} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Transforms an empty array if the file is missing. */
  @WrongAnswer("an error was swallowed")
  public static class TakesAMissingFileForAnEmptyOne extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file -> {
            try {
              return Orders.serve(file, transform, diskPool);
            } catch (ExecutionException e) {
              return transform.apply(new byte[0]);
            }
          });
    }
  }
}
