package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Hands over all readings, which then wait for one lock. */
@WrongAnswer("one after another")
public class LocksTheReading extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Path> alone = List.copyOf(files);
    List<Future<String>> readings = new ArrayList<>();
    for (Path file : alone) {
      readings.add(pool.submit(() -> textOf(file)));
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      results.add(SubmitsAndWaitsInOneStream.claim(alone.get(i), readings.get(i)));
    }
    return results;
  }

  private synchronized String textOf(Path file) throws IOException {
    return Files.readString(file);
  }
}
