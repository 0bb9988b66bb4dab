package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** All reads use one static buffer. */
@WrongAnswer(value = "buffer", kind = AnswerKind.ORDER)
public class SharesOneBuffer extends ChannelFutures {
  private static final ByteBuffer CHUNK = ByteBuffer.allocate(8192);

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return rest(channel, new ByteArrayOutputStream());
  }

  private CompletableFuture<byte[]> rest(
      AsynchronousFileChannel channel, ByteArrayOutputStream all) {
    return read(channel, CHUNK.clear(), all.size())
        .thenCompose(count -> {
          if (count == -1) {
            return CompletableFuture.completedFuture(all.toByteArray());
          }
          all.write(CHUNK.array(), 0, count);
          return rest(channel, all);
        });
  }
}
