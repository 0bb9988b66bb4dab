package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps the results in a map by file, so a duplicate gets one result. */
@WrongAnswer("Each file gets exactly one result")
public class LosesDuplicates extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    Map<Path, Future<String>> readings = new LinkedHashMap<>();
    List<Result> results = new ArrayList<>();
    for (Path file : files) {
      readings.put(file, pool.submit(() -> Files.readString(file)));
    }
    try {
      for (Map.Entry<Path, Future<String>> reading : readings.entrySet()) {
        try {
          results.add(new Read(reading.getKey(), reading.getValue().get()));
        } catch (ExecutionException e) {
          results.add(new Failed(reading.getKey(), e.getCause()));
        }
      }
    } finally {
      readings.values().forEach(reading -> reading.cancel(true));
    }
    return results;
  }
}
