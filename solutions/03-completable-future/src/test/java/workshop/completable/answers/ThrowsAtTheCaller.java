package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Every later refusal fails the future; the first one leaves the method. */
@WrongAnswer(value = "threw to its caller", kind = AnswerKind.PROMISE)
public class ThrowsAtTheCaller extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return writeRest(channel, ByteBuffer.wrap(content));
  }

  private static CompletableFuture<Void> writeRest(
      AsynchronousFileChannel channel, ByteBuffer rest) {
    if (!rest.hasRemaining()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.write(
        rest,
        rest.position(),
        count,
        new CompletionHandler<Integer, CompletableFuture<Integer>>() {
          @Override
          public void completed(Integer written, CompletableFuture<Integer> future) {
            future.complete(written);
          }

          @Override
          public void failed(Throwable error, CompletableFuture<Integer> future) {
            future.completeExceptionally(error);
          }
        });
    return count.thenCompose(written -> writeRest(channel, rest));
  }
}
