package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Reads until a buffer of one mebibyte is full. */
@WrongAnswer(value = "The rest of the file is missing", kind = AnswerKind.INPUT)
public class FillsOneBufferOnly extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return rest(channel, ByteBuffer.allocate(1 << 20));
  }

  private CompletableFuture<byte[]> rest(AsynchronousFileChannel channel, ByteBuffer all) {
    return read(channel, all, all.position())
        .thenCompose(count ->
            count > 0 && all.hasRemaining()
                ? rest(channel, all)
                : CompletableFuture.completedFuture(Arrays.copyOf(all.array(), all.position())));
  }
}
