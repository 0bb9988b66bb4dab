package workshop.offload.answers.cancellableread;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Gives up after a second. */
  @WrongAnswer("await() gave up")
  public static class WaitsOneSecondOnly extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return reading.get(1, SECONDS);
      } catch (TimeoutException e) {
        throw new IOException("no answer: " + file, e);
      } catch (ExecutionException e) {
        throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + file);
      }
    }
  }
}
