package workshop.completable;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;

/**
 * The assistant calls back after every trip: "this much fit into the basket." The chef has to send
 * the assistant again until nothing is missing.
 *
 * <p>An {@link AsynchronousFileChannel} calls a completion handler once per operation, with a count
 * of bytes or with an error. These methods turn many such calls into one future. A count may be
 * smaller than what was asked for. The channel keeps no position. A buffer in flight belongs to the
 * channel until the handler is called. Every error fails the future, and no thread waits.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ChannelFutures {

  /**
   * Writes all of {@code content} from position 0 on. The future completes after the last byte;
   * until then the caller leaves {@code content} unchanged.
   *
   * @param channel open for writing; stays open
   */
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    // TODO(03-2): make a future of one write; when it completes, write the rest.
    throw new UnsupportedOperationException("TODO(03-2): write every byte");
  }

  /**
   * Reads from position 0 to the end of the file. The future completes with all bytes.
   *
   * @param channel open for reading; stays open
   */
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    // TODO(03-2): make a future of one read; when it completes, keep the bytes and read on.
    throw new UnsupportedOperationException("TODO(03-2): read to the end of the file");
  }
}
