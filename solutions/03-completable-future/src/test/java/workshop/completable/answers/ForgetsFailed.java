package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A handler that knows only good news. */
@WrongAnswer(value = "no thread is left that could complete it", kind = AnswerKind.PROMISE)
public class ForgetsFailed extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    writeRest(channel, ByteBuffer.wrap(content), written);
    return written;
  }

  private static void writeRest(
      AsynchronousFileChannel channel, ByteBuffer rest, CompletableFuture<Void> written) {
    if (!rest.hasRemaining()) {
      written.complete(null);
      return;
    }
    channel.write(
        rest,
        rest.position(),
        null,
        new CompletionHandler<Integer, Void>() {
          @Override
          public void completed(Integer count, Void nothing) {
            try {
              writeRest(channel, rest, written);
            } catch (RuntimeException e) {
              written.completeExceptionally(e);
            }
          }

          @Override
          public void failed(Throwable error, Void nothing) {
            // "cannot happen"
          }
        });
  }
}
