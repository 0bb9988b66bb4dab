package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** Hands over at most 4 KiB at once. */
@RightAnswer
public class WritesInPieces extends ChannelFutures {
  @Override
  protected CompletableFuture<Integer> write(
      AsynchronousFileChannel channel, ByteBuffer source, long position) {
    int size = Math.min(4096, source.remaining());
    return super.write(channel, source.slice(source.position(), size), position)
        .whenComplete((count, e) -> {
          if (e == null) {
            source.position(source.position() + count);
          }
        });
  }
}
