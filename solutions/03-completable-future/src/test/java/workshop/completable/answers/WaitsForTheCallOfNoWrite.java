package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Completes from the handler only, which is not called for empty content. */
@WrongAnswer(value = "of no bytes is not complete", kind = AnswerKind.INPUT)
public class WaitsForTheCallOfNoWrite extends ChannelFutures {
  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return content.length == 0 ? new CompletableFuture<>() : super.writeFully(channel, content);
  }
}
