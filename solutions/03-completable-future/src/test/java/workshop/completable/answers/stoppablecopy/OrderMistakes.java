package workshop.completable.answers.stoppablecopy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link StoppableCopy} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Forgets to flip the buffer, and so writes what follows the bytes that were read. */
  @WrongAnswer("copy.txt")
  public static class ForgetsToFlip extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        void flip(ByteBuffer chunk) {}
      }.copy();
    }
  }
}
