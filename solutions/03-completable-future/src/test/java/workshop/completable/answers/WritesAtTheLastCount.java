package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes the last count for the position. */
@WrongAnswer(value = "position", kind = AnswerKind.PARTIAL_RESULT)
public class WritesAtTheLastCount extends ChannelFutures {
  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return rest(channel, ByteBuffer.wrap(content), 0);
  }

  private CompletableFuture<Void> rest(
      AsynchronousFileChannel channel, ByteBuffer rest, int position) {
    return rest.hasRemaining()
        ? write(channel, rest, position).thenCompose(count -> rest(channel, rest, count))
        : CompletableFuture.completedFuture(null);
  }
}
