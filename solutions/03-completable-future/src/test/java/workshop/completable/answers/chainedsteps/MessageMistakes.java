package workshop.completable.answers.chainedsteps;

import java.io.IOException;
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
  @WrongAnswer("The original exception, which gives the reason, is lost")
  public static class LosesTheReason extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, executor)
          .exceptionallyCompose(e ->
              CompletableFuture.failedFuture(new IllegalStateException("cannot read " + file)));
    }
  }

  /** Fails with a new IOException that keeps only the message. */
  @WrongAnswer("but the future failed with a different object")
  public static class KeepsTheMessageOnly extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return super.write(file, content, executor)
          .exceptionallyCompose(e ->
              CompletableFuture.failedFuture(
                  new IOException("cannot write " + file + ": " + e.getMessage())));
    }
  }
}
