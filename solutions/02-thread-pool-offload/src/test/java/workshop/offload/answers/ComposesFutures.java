package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Uses CompletableFuture on the pool, and waits for all of them. */
@RightAnswer
public class ComposesFutures extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    List<CompletableFuture<Result>> readings = new ArrayList<>();
    try {
      for (Path file : files) {
        CompletableFuture<Result> reading = new CompletableFuture<>();
        readings.add(reading);
        pool.execute(() -> {
          try {
            if (!reading.isDone()) {
              reading.complete(new Read(file, Files.readString(file)));
            }
          } catch (Throwable e) {
            reading.complete(new Failed(file, e));
          }
        });
      }
      List<Result> results = new ArrayList<>();
      for (CompletableFuture<Result> reading : readings) {
        results.add(reading.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      readings.forEach(reading -> reading.cancel(true));
    }
  }
}
