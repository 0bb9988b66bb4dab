package workshop.completable.answers.channelfutures;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChannelFutures} that do two steps in the wrong order, or at the same
 * time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Refills the buffer while the disk is still writing from it. */
  @WrongAnswer("A buffer belongs to the channel")
  public static class ReusesTheBufferInFlight extends ChannelFutures {
    @Override
    public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
      ByteBuffer buffer = ByteBuffer.allocate(8192);
      List<CompletableFuture<Void>> writes = new ArrayList<>();
      for (int at = 0; at < content.length; at += buffer.capacity()) {
        buffer.clear().put(content, at, Math.min(buffer.capacity(), content.length - at)).flip();
        long start = at;
        writes.add(
            Loops.drain(buffer.duplicate(), rest -> write(channel, rest, start + rest.position())));
      }
      return CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new));
    }
  }
}
