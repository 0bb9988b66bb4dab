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

/** Does not cancel the remaining readings when it is interrupted. */
@WrongAnswer("results that no caller wants")
public class LeavesTheRestReading extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Future<String>> readings = new ArrayList<>();
    for (Path file : files) {
      readings.add(pool.submit(() -> Files.readString(file)));
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      try {
        results.add(new Read(files.get(i), readings.get(i).get()));
      } catch (ExecutionException e) {
        results.add(new Failed(files.get(i), e.getCause()));
      }
    }
    return results;
  }
}
