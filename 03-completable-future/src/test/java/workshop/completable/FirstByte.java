package workshop.completable;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;

/**
 * The body of {@link FailurePathsTest}: it reads one byte and returns the count. It does not use
 * {@code ChannelFutures}, so the suite does not depend on another exercise.
 */
final class FirstByte {

  private FirstByte() {}

  static CompletableFuture<Integer> of(AsynchronousFileChannel channel) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.read(
        ByteBuffer.allocate(1),
        0,
        count,
        new CompletionHandler<Integer, CompletableFuture<Integer>>() {
          @Override
          public void completed(Integer result, CompletableFuture<Integer> future) {
            future.complete(result);
          }

          @Override
          public void failed(Throwable error, CompletableFuture<Integer> future) {
            future.completeExceptionally(error);
          }
        });
    return count;
  }
}
