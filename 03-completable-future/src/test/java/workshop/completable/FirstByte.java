package workshop.completable;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;

/**
 * What a body does in {@link FailurePathsTest}: it reads one byte and brings the count. By hand, as
 * that suite does not count on what the exercise before it has to provide.
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
