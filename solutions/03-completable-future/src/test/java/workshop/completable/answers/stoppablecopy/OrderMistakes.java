package workshop.completable.answers.stoppablecopy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Writes what is behind the bytes that were read: the buffer was not flipped. */
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
