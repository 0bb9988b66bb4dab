package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Starts the next operation in the handler, where a refusal is lost. */
@WrongAnswer(value = "RejectedExecutionException", kind = AnswerKind.PROMISE)
public class LosesWhatTheHandlerThrows extends ChannelFutures {

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
            writeRest(channel, rest, written);
          }

          @Override
          public void failed(Throwable error, Void nothing) {
            written.completeExceptionally(error);
          }
        });
  }
}
