package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Throws the first failure, and the texts of the other files are lost. */
  @WrongAnswer("the texts of the others are lost")
  public static class LosesTheOthers extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = super.readAll(files, pool);
      for (Result result : results) {
        if (result instanceof Failed failed) {
          throw new IllegalStateException("cannot read " + failed.file(), failed.why());
        }
      }
      return results;
    }
  }

  /** Leaves out the results after the first failure. */
  @WrongAnswer("results for")
  public static class StopsAtTheFirstFailure extends FanOut {
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
          Result one = result(files.get(i), readings.get(i));
          results.add(one);
          if (one instanceof Failed) {
            break;
          }
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

  /** Cancels all readings once one of them has failed. */
  @WrongAnswer("One file could not be read, and the read of")
  public static class CancelsTheOthers extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Future<String>> readings = new ArrayList<>();
      try {
        files.forEach(file -> readings.add(pool.submit(() -> Files.readString(file))));
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
          try {
            results.add(new Read(files.get(i), readings.get(i).get()));
          } catch (ExecutionException e) {
            results.add(new Failed(files.get(i), e.getCause()));
            readings.forEach(reading -> reading.cancel(true));
          } catch (CancellationException e) {
            results.add(new Failed(files.get(i), e));
          }
        }
        return results;
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
    }
  }
}
