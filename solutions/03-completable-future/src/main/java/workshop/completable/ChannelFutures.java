package workshop.completable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;

/**
 * An {@link AsynchronousFileChannel} calls you back, once per operation: with a count of bytes, or
 * with an error. Make one future of many such calls.
 *
 * <p>A partial write or a short read is not the end; the channel keeps no position, so you do; a
 * buffer that you handed over is not yours until you are called back. Whatever goes wrong, on any
 * thread, completes the future. And nobody waits: not the caller, and no other thread either.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ChannelFutures {

  /**
   * Writes all of {@code content}, from position 0 on. The future completes after the last byte.
   *
   * @param channel open for writing; left open: who opened it closes it
   */
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    return writeRest(channel, ByteBuffer.wrap(content));
  }

  private static CompletableFuture<Void> writeRest(
      AsynchronousFileChannel channel, ByteBuffer rest) {
    if (!rest.hasRemaining()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Integer> count = new CompletableFuture<>();
    // How far the buffer has got is how far the file has got: the channel keeps no position.
    channel.write(rest, rest.position(), count, CALL_BACK);
    // Inside thenCompose a refusal (executor shut down) fails the future; in a handler it is lost.
    return count.thenCompose(written -> writeRest(channel, rest));
  }

  /**
   * Reads from position 0 to the end of file. The future brings all bytes.
   *
   * @param channel open for reading; left open: who opened it closes it
   */
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return readOn(channel, new ByteArrayOutputStream(), ByteBuffer.allocate(8192));
  }

  @SuppressWarnings("ByteBufferBackingArray") // readFully made this buffer, on an array of its own
  private static CompletableFuture<byte[]> readOn(
      AsynchronousFileChannel channel, ByteArrayOutputStream all, ByteBuffer chunk) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.read(chunk, all.size(), count, CALL_BACK);
    return count.thenCompose(read -> {
      if (read == -1) {
        return CompletableFuture.completedFuture(all.toByteArray());
      }
      all.write(chunk.array(), 0, read);
      // We have been called back, so the buffer is ours again. If it is full there is more to come,
      // and a larger one saves trips, each of which is one to another thread.
      boolean full = !chunk.hasRemaining();
      return readOn(channel, all, full ? ByteBuffer.allocate(2 * chunk.capacity()) : chunk.clear());
    });
  }

  /** One call, one future: the attachment carries it to the handler. */
  private static final CompletionHandler<Integer, CompletableFuture<Integer>> CALL_BACK =
      new CompletionHandler<>() {
        @Override
        public void completed(Integer count, CompletableFuture<Integer> future) {
          future.complete(count);
        }

        @Override
        public void failed(Throwable error, CompletableFuture<Integer> future) {
          future.completeExceptionally(error); // without this line, whoever waits waits forever
        }
      };
}
