package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Returns the results in the order in which the readings end. */
@WrongAnswer("not in the order of their ends")
public class ReturnsInOrderOfCompletion extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    ExecutorCompletionService<Result> readings = new ExecutorCompletionService<>(pool);
    for (Path file : files) {
      readings.submit(() -> {
        try {
          return new Read(file, Files.readString(file));
        } catch (IOException | InternalError e) {
          return new Failed(file, e);
        }
      });
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      results.add(readings.take().resultNow());
    }
    return results;
  }
}
