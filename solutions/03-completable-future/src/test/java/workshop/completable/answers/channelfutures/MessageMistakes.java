package workshop.completable.answers.channelfutures;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChannelFutures} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with a new exception of the same type, and loses the disk's reason. */
  @WrongAnswer("the future failed with a different object")
  public static class FailsWithANewIoException extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      return super.writeFully(channel, content)
          .exceptionallyCompose(e ->
              CompletableFuture.failedFuture(
                  e.getCause() instanceof IOException ? new IOException("cannot write") : e));
    }
  }
}
