package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A read that did not fill the buffer is taken for the last one. */
@WrongAnswer(value = "each read brought at most 5 bytes", kind = AnswerKind.PARTIAL_RESULT)
public class TakesAShortReadForTheEnd extends ChannelFutures {

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192), read);
    return read;
  }

  private static void readOn(
      AsynchronousFileChannel channel,
      ByteArrayOutputStream all,
      ByteBuffer chunk,
      CompletableFuture<byte[]> read) {
    channel.read(
        chunk,
        all.size(),
        null,
        new CompletionHandler<Integer, Void>() {
          @Override
          public void completed(Integer count, Void nothing) {
            try {
              if (count < chunk.capacity()) {
                all.write(chunk.array(), 0, Math.max(count, 0));
                read.complete(all.toByteArray());
                return;
              }
              all.write(chunk.array(), 0, count);
              readOn(channel, all, chunk.clear(), read);
            } catch (RuntimeException e) {
              read.completeExceptionally(e);
            }
          }

          @Override
          public void failed(Throwable error, Void nothing) {
            read.completeExceptionally(error);
          }
        });
  }
}
