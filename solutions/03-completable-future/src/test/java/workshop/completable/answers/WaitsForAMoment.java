package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for the result, but not for long. */
@WrongAnswer(value = "but it had waited", kind = AnswerKind.IMPATIENCE)
public class WaitsForAMoment extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    CompletableFuture<byte[]> reading = super.read(file, executor);
    try {
      reading.get(200, MILLISECONDS);
    } catch (Exception e) {
      return reading;
    }
    return reading;
  }
}
