package workshop.offload.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.RightAnswer;

/** Joins a CompletableFuture of the disk pool on the virtual thread. */
@RightAnswer
public class JoinsOnTheVirtualThread extends VirtualOrders {

  @Override
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    List<Future<String>> served = new ArrayList<>();
    for (Path file : files) {
      FutureTask<String> order =
          new FutureTask<>(
              () -> cook.apply(CompletableFuture.supplyAsync(() -> read(file), storeroom).join()));
      Thread.startVirtualThread(order);
      served.add(order);
    }
    return served;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
