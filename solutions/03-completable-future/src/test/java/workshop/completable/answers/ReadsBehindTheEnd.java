package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Starts the next read before it looks at the count. */
@WrongAnswer(value = "The rest of the file is missing", kind = AnswerKind.PARTIAL_RESULT)
public class ReadsBehindTheEnd extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    ByteBuffer first = ByteBuffer.allocate(64 * 1024);
    ByteBuffer second = ByteBuffer.allocate(64 * 1024);
    return read(channel, first, 0)
        .thenCombine(
            read(channel, second, first.capacity()),
            (a, b) -> {
              byte[] all = Arrays.copyOf(first.array(), Math.max(0, a) + Math.max(0, b));
              System.arraycopy(second.array(), 0, all, Math.max(0, a), Math.max(0, b));
              return all;
            });
  }
}
