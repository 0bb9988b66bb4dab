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

/** Wrong answers to {@link VirtualOrders} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Fails the future if the read throws, but not if transform does. */
  @WrongAnswer("its future was never completed")
  public static class IgnoresWhatTransformThrows extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.completedBy(
          files,
          (file, result) -> {
            try {
              result.complete(Orders.serve(file, transform, diskPool));
            } catch (ExecutionException | InterruptedException e) {
              result.completeExceptionally(e);
            }
          });
    }
  }

  /** Shuts down the pool that it was given. */
  @WrongAnswer("has been shut down")
  public static class ShutsThePoolDown extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = super.serve(files, transform, diskPool);
      Orders.afterAll(results, diskPool::shutdown);
      return results;
    }
  }

  /** Fails the future if transform throws an exception, but not if it throws an Error. */
  @WrongAnswer("An order threw InternalError, but its future was never completed")
  public static class CatchesExceptionsOnly extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.completedBy(
          files,
          (file, result) -> {
            try {
              result.complete(Orders.serve(file, transform, diskPool));
            } catch (Exception e) {
              result.completeExceptionally(e);
            }
          });
    }
  }
}
