package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** No loop: a method that calls itself. */
@RightAnswer
public class CallsItselfInAStage extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return CompletableFuture.completedFuture(new ByteArrayOutputStream())
        .thenCompose(all -> rest(channel, all));
  }

  private CompletableFuture<byte[]> rest(
      AsynchronousFileChannel channel, ByteArrayOutputStream all) {
    ByteBuffer chunk = ByteBuffer.allocate(16 * 1024);
    return read(channel, chunk, all.size())
        .thenCompose(count -> {
          if (count == -1) {
            return CompletableFuture.completedFuture(all.toByteArray());
          }
          all.write(chunk.array(), 0, count);
          return rest(channel, all);
        });
  }
}
