package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The object remembers the position, and a second call starts there. */
@WrongAnswer(value = "One object read two files", kind = AnswerKind.ORDER)
public class KeepsItsPositionInAField extends ChannelFutures {
  private long position;

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return rest(channel, new ByteArrayOutputStream());
  }

  private CompletableFuture<byte[]> rest(
      AsynchronousFileChannel channel, ByteArrayOutputStream all) {
    ByteBuffer chunk = ByteBuffer.allocate(8192);
    return read(channel, chunk, position)
        .thenCompose(count -> {
          if (count == -1) {
            return CompletableFuture.completedFuture(all.toByteArray());
          }
          position += count;
          all.write(chunk.array(), 0, count);
          return rest(channel, all);
        });
  }
}
