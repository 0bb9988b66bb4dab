package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The channel keeps no position, and neither does this. */
@WrongAnswer(value = "asked for position 0 again", kind = AnswerKind.PARTIAL_RESULT)
public class ReadsTheStartAgain extends ChannelFutures {

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
        0,
        null,
        new CompletionHandler<Integer, Void>() {
          @Override
          public void completed(Integer count, Void nothing) {
            try {
              if (count == -1) {
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
