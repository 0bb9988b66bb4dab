package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A failure completes the future with null. */
@WrongAnswer(value = "succeeded with 0 bytes", kind = AnswerKind.PARTIAL_RESULT)
public class CompletesWithNothingOnFailure extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return super.readFully(channel).exceptionally(failure -> new byte[0]);
  }
}
