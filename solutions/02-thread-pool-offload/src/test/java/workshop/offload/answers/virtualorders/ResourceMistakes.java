package workshop.offload.answers.virtualorders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Polls its future in a loop, and never gives its carrier back. */
  @WrongAnswer("another virtual thread could not run")
  public static class PollsOnTheVirtualThread extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      List<Future<String>> results = new ArrayList<>();
      for (Path file : files) {
        Future<byte[]> reading = Orders.reading(file, diskPool);
        FutureTask<String> order =
            new FutureTask<>(() -> {
              while (!reading.isDone()) {
                Thread.onSpinWait();
              }
              return transform.apply(reading.get());
            });
        Thread.startVirtualThread(order);
        results.add(order);
      }
      return results;
    }
  }
}
