package workshop.offload.answers.fanout;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Treats a file that takes more than a second as a failed one. */
  @WrongAnswer("readAll() gave up")
  public static class WaitsASecondForEach extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        String await(Future<String> reading) throws InterruptedException, ExecutionException {
          try {
            return reading.get(1, SECONDS);
          } catch (TimeoutException e) {
            throw new ExecutionException(e);
          }
        }
      }.all();
    }
  }
}
