package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Asks for the size first, and reads so many bytes. */
@WrongAnswer(value = "the file grew", kind = AnswerKind.INPUT)
public class TakesTheSizeForTheEnd extends ChannelFutures {
  @Override
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return CompletableFuture.supplyAsync(() -> sizeOf(channel))
        .thenCompose(size -> read(channel, ByteBuffer.allocate(size)));
  }

  private static int sizeOf(AsynchronousFileChannel channel) {
    try {
      return (int) channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<byte[]> read(AsynchronousFileChannel channel, ByteBuffer bytes) {
    CompletableFuture<byte[]> all = new CompletableFuture<>();
    channel.read(
        bytes,
        0,
        all,
        new CompletionHandler<Integer, CompletableFuture<byte[]>>() {
          @Override
          public void completed(Integer count, CompletableFuture<byte[]> future) {
            if (count < 0 || !bytes.hasRemaining()) {
              future.complete(Arrays.copyOf(bytes.array(), bytes.position()));
            } else {
              channel.read(bytes, bytes.position(), future, this);
            }
          }

          @Override
          public void failed(Throwable e, CompletableFuture<byte[]> future) {
            future.completeExceptionally(e);
          }
        });
    return all;
  }
}
