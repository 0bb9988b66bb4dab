package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Submits and waits in one map of a stream, file by file. */
@WrongAnswer("one after another")
public class SubmitsAndWaitsInOneStream extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return files.stream()
        .map(file -> claim(file, pool.submit(() -> Files.readString(file))))
        .toList();
  }

  static Result claim(Path file, Future<String> reading) {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, e.getCause());
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }
}
