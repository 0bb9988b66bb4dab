package workshop.offload.answers.virtualorders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Converts the bytes to a String and back. */
  @WrongAnswer("MalformedInputException")
  public static class ConvertsToAStringAndBack extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file -> {
            Future<String> reading = diskPool.submit(() -> Files.readString(file));
            return transform.apply(reading.get().getBytes(UTF_8));
          });
    }
  }

  /** Throws an exception for an empty list. */
  @WrongAnswer("NoSuchElementException")
  public static class FailsForNoOrders extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      files.getFirst();
      return super.serve(files, transform, diskPool);
    }
  }

  /** Returns one future for a file that is in the list twice. */
  @WrongAnswer("2 futures for 3 orders")
  public static class ServesADuplicateOnce extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

      return super.serve(new ArrayList<>(new LinkedHashSet<>(files)), transform, diskPool);
    }
  }
}
