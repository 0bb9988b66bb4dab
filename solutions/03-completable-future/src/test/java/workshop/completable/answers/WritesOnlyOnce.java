package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** One write is taken for all of them. */
@WrongAnswer(value = "only up to byte 7 of 27", kind = AnswerKind.PARTIAL_RESULT)
public class WritesOnlyOnce extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    channel.write(
        ByteBuffer.wrap(content),
        0,
        null,
        new CompletionHandler<Integer, Void>() {
          @Override
          public void completed(Integer count, Void nothing) {
            written.complete(null);
          }

          @Override
          public void failed(Throwable error, Void nothing) {
            written.completeExceptionally(error);
          }
        });
    return written;
  }
}
