package workshop.completable.answers.stoppablecopy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with an exception of its own, without a cause. */
  @WrongAnswer("The original exception, which gives the reason, is lost")
  public static class LosesTheReason extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) {
      try {
        return super.copyWhileWanted(from, to, wanted);
      } catch (IOException e) {
        throw new IllegalStateException("copy failed");
      }
    }
  }
}
