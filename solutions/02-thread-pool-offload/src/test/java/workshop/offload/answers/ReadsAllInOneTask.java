package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads all files in a single task. */
@WrongAnswer("one after another")
public class ReadsAllInOneTask extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    Future<List<Result>> all =
        pool.submit(() -> {
          List<Result> results = new ArrayList<>();
          for (Path file : files) {
            try {
              results.add(new Read(file, Files.readString(file)));
            } catch (IOException | InternalError e) {
              results.add(new Failed(file, e));
            }
          }
          return results;
        });
    try {
      return all.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
