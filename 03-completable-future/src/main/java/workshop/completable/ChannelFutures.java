package workshop.completable;

import java.nio.channels.AsynchronousFileChannel;
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
    // TODO(03-2): write; in the completion handler write the rest, or complete the future.
    throw new UnsupportedOperationException("TODO(03-2): write every byte, called back each time");
  }

  /**
   * Reads from position 0 to the end of file. The future brings all bytes.
   *
   * @param channel open for reading; left open: who opened it closes it
   */
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    // TODO(03-2): read; in the completion handler keep what came and read on, or complete.
    throw new UnsupportedOperationException("TODO(03-2): read to the end, called back each time");
  }
}
