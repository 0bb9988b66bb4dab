package workshop.offload.answers.fanout;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Puts the ExecutionException into the result instead of its cause. */
  @WrongAnswer("the cause of the ExecutionException")
  public static class KeepsTheWrapper extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return super.readAll(files, pool).stream()
          .map(result ->
              result instanceof Failed failed
                  ? new Failed(failed.file(), new ExecutionException(failed.why()))
                  : result)
          .toList();
    }
  }

  /** Reports the cause of the cause. */
  @WrongAnswer("IllegalStateException: reset")
  public static class UnwrapsTooFar extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        Result failed(Path file, Throwable why) {
          return why.getCause() == null ? super.failed(file, why) : failed(file, why.getCause());
        }
      }.all();
    }
  }
}
