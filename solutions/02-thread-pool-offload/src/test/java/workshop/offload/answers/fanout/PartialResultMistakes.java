package workshop.offload.answers.fanout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Throws the first failure, and the texts of the other files are lost. */
  @WrongAnswer("the texts of the other files are lost")
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
      List<Result> results = new ArrayList<>();
      for (Result each : super.readAll(files, pool)) {
        results.add(each);
        if (each instanceof Failed) {
          break;
        }
      }
      return results;
    }
  }

  /** Cancels all reads once one of them has failed. */
  @WrongAnswer("One file could not be read, and the read of")
  public static class CancelsTheOthers extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        Result failed(Path file, Throwable why) {
          cancelTheRest();
          return super.failed(file, why);
        }

        @Override
        Result result(Path file, Future<String> reading) throws InterruptedException {
          try {
            return super.result(file, reading);
          } catch (CancellationException e) {
            return super.failed(file, e);
          }
        }
      }.all();
    }
  }
}
