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

/** Reads lines and joins them, so the line ends change. */
@WrongAnswer("Line ends belong to the text")
public class JoinsTheLines extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    List<Future<String>> readings = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    try {
      for (Path file : files) {
        readings.add(pool.submit(() -> String.join("\n", Files.readAllLines(file))));
      }
      for (int i = 0; i < readings.size(); i++) {
        results.add(result(files.get(i), readings.get(i)));
      }
      return results;
    } finally {
      readings.forEach(reading -> reading.cancel(true));
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
