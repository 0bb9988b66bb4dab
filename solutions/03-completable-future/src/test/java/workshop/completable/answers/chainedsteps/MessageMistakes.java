package workshop.completable.answers.chainedsteps;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with an exception of its own, without a cause. */
  @WrongAnswer("The original exception is lost, and with it the reason")
  public static class LosesTheReason extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, executor)
          .exceptionallyCompose(e ->
              CompletableFuture.failedFuture(new IllegalStateException("cannot read " + file)));
    }
  }
}
