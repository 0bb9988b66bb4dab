package workshop.offload.answers.virtualorders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Transforms an empty array if the file is missing. */
  @WrongAnswer("an error was swallowed")
  public static class TakesAMissingFileForAnEmptyOne extends VirtualOrders {

    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
      List<Future<String>> served = new ArrayList<>();
      for (Path file : files) {
        FutureTask<String> order = new FutureTask<>(() -> cook.apply(fetch(file, storeroom)));
        Thread.startVirtualThread(order);
        served.add(order);
      }
      return served;
    }

    private static byte[] fetch(Path file, ExecutorService storeroom) throws InterruptedException {
      try {
        return storeroom.submit(() -> Files.readAllBytes(file)).get();
      } catch (ExecutionException e) {
        return new byte[0];
      }
    }
  }
}
