package workshop.completable;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.List;
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

  private static final int FIRST_CHUNK = 8 * 1024;
  private static final int LARGEST_CHUNK = 128 * 1024;

  /**
   * Writes all of {@code content}, from position 0 on. The future completes after the last byte.
   *
   * @param channel open for writing; left open: who opened it closes it
   */
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    // What throws inside thenCompose fails the future; a bare first call would throw at the caller.
    return CompletableFuture.completedFuture(ByteBuffer.wrap(content))
        .thenCompose(rest -> writeRest(channel, rest));
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
    return CompletableFuture.completedFuture(ByteBuffer.allocate(FIRST_CHUNK))
        .thenCompose(chunk -> readOn(channel, new ArrayList<>(), 0, chunk));
  }

  /** Fills {@code chunk}, which lies {@code before} bytes into the file, and then the next one. */
  private static CompletableFuture<byte[]> readOn(
      AsynchronousFileChannel channel, List<ByteBuffer> full, int before, ByteBuffer chunk) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.read(chunk, before + chunk.position(), count, CALL_BACK);
    return count.thenCompose(read -> {
      // We have been called back, so the chunk is ours again.
      if (read == -1) {
        return CompletableFuture.completedFuture(joined(full, before, chunk));
      }
      if (chunk.hasRemaining()) {
        return readOn(channel, full, before, chunk);
      }
      full.add(chunk);
      // There is more to come, and a larger chunk saves trips, each of which is one to another
      // thread. What is full stays as it is: to copy it into something larger costs more memory
      // than the file has.
      ByteBuffer next = ByteBuffer.allocate(Math.min(2 * chunk.capacity(), LARGEST_CHUNK));
      return readOn(channel, full, before + chunk.capacity(), next);
    });
  }

  @SuppressWarnings("ByteBufferBackingArray") // made here, on an array of its own
  private static byte[] joined(List<ByteBuffer> full, int before, ByteBuffer last) {
    ByteBuffer all = ByteBuffer.allocate(before + last.position());
    full.forEach(chunk -> all.put(chunk.flip()));
    return all.put(last.flip()).array();
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
