package workshop.offload.answers.fanout;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut}: they stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Takes a file that needs more than a second for a failed one. */
  @WrongAnswer("readAll() gave up")
  public static class WaitsASecondForEach extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      List<Future<String>> readings = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      try {
        for (Path file : files) {
          readings.add(pool.submit(() -> Files.readString(file)));
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
        return new Read(file, reading.get(1, SECONDS));
      } catch (TimeoutException e) {
        return new Failed(file, e);
      } catch (ExecutionException e) {
        return new Failed(file, e.getCause());
      }
    }
  }
}
