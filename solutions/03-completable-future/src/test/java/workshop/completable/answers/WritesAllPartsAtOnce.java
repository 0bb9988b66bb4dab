package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.completable.ChannelFutures;
import workshop.testkit.exercise.RightAnswer;

/** Slices of one array, written side by side: each has a buffer and a place of its own. */
@RightAnswer
public class WritesAllPartsAtOnce extends ChannelFutures {

  @Override
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int at = 0; at < content.length; at += 16_384) {
      int length = Math.min(16_384, content.length - at);
      long start = at;
      parts.add(
          CompletableFuture.completedFuture(ByteBuffer.wrap(content, at, length).slice())
              .thenCompose(part -> writeRest(channel, part, start)));
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
  }

  private static CompletableFuture<Void> writeRest(
      AsynchronousFileChannel channel, ByteBuffer rest, long at) {
    if (!rest.hasRemaining()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.write(
        rest,
        at,
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
    return count.thenCompose(written -> writeRest(channel, rest, at + written));
  }
}
