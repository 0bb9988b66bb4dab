package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** Slices the content instead of trusting the position of the buffer. */
@RightAnswer
public class CountsThePositionItself extends ChannelFutures {
  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return CompletableFuture.completedFuture(0).thenCompose(start -> rest(channel, content, start));
  }

  private CompletableFuture<Void> rest(AsynchronousFileChannel channel, byte[] content, int done) {
    if (done == content.length) {
      return CompletableFuture.completedFuture(null);
    }
    return write(channel, ByteBuffer.wrap(content, done, content.length - done).slice(), done)
        .thenCompose(count -> rest(channel, content, done + count));
  }
}
