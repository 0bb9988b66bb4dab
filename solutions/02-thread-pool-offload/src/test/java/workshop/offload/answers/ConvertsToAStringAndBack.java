package workshop.offload.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.WrongAnswer;

/** Converts the bytes to a String and back. */
@WrongAnswer("MalformedInputException")
public class ConvertsToAStringAndBack extends VirtualOrders {
  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {

    List<Future<String>> results = new ArrayList<>();
    ExecutorService orders = Executors.newVirtualThreadPerTaskExecutor();
    for (Path file : files) {
      results.add(
          orders.submit(() -> {
            Future<String> reading = diskPool.submit(() -> Files.readString(file));
            return transform.apply(reading.get().getBytes(UTF_8));
          }));
    }
    orders.shutdown();
    return results;
  }
}
