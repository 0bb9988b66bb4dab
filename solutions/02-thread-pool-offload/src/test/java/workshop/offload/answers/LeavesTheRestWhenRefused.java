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

/** Does not cancel the accepted readings when the pool refuses one. */
@WrongAnswer("the refusal left readAll()")
public class LeavesTheRestWhenRefused extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    List<Future<String>> readings = new ArrayList<>();
    for (Path file : files) {
      readings.add(pool.submit(() -> Files.readString(file)));
    }
    List<Result> results = new ArrayList<>();
    try {
      for (int i = 0; i < readings.size(); i++) {
        try {
          results.add(new Read(files.get(i), readings.get(i).get()));
        } catch (ExecutionException e) {
          results.add(new Failed(files.get(i), e.getCause()));
        }
      }
    } finally {
      readings.forEach(reading -> reading.cancel(true));
    }
    return results;
  }
}
