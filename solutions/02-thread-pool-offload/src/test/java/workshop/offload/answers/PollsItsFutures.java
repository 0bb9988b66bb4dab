package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Asks each future again and again whether it is done. */
@WrongAnswer("kept a processor busy")
public class PollsItsFutures extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Future<String>> readings = new ArrayList<>();
    for (Path file : files) {
      readings.add(pool.submit(() -> Files.readString(file)));
    }
    while (!readings.stream().allMatch(Future::isDone)) {
      if (Thread.interrupted()) {
        readings.forEach(reading -> reading.cancel(true));
        throw new InterruptedException();
      }
    }
    List<Result> results = new ArrayList<>();
    for (Future<String> reading : readings) {
      Path file = files.get(results.size());
      results.add(
          reading.state() == Future.State.SUCCESS
              ? new Read(file, reading.resultNow())
              : new Failed(file, reading.exceptionNow()));
    }
    return results;
  }
}
