package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Cancels only the reading that it waits for when it is interrupted. */
@WrongAnswer("results that no caller wants")
public class CancelsTheNextOnly extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    List<Future<String>> readings = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    try {
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      for (int i = 0; i < readings.size(); i++) {
        try {
          results.add(result(files.get(i), readings.get(i)));
        } catch (InterruptedException e) {
          readings.get(i).cancel(true);
          throw e;
        }
      }
      return results;
    } finally {
      results.size();
    }
  }

  private static Result result(Path file, Future<String> reading) throws InterruptedException {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, e.getCause());
    }
  }
}
