package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** No thenCompose: each handler starts the next operation, and guards against what that throws. */
@RightAnswer
public class CallsItselfFromTheHandler extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try {
      writeRest(channel, ByteBuffer.wrap(content), written);
    } catch (RuntimeException e) {
      written.completeExceptionally(e);
    }
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
            written.completeExceptionally(error);
          }
        });
  }

  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    try {
      readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192), read);
    } catch (RuntimeException e) {
      read.completeExceptionally(e);
    }
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
