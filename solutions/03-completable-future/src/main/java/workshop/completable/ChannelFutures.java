package workshop.completable;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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

  private static final int FIRST_CHUNK = 8 * 1024;
  private static final int LARGEST_CHUNK = 128 * 1024;

  /**
   * Writes all of {@code content} from position 0 on. The future completes after the last byte;
   * until then the caller leaves {@code content} unchanged.
   *
   * @param channel open for writing; stays open
   */
  public CompletableFuture<Void> writeFully(AsynchronousFileChannel channel, byte[] content) {
    // The channel keeps no position; the position in the buffer is the position in the file.
    return completedFuture(ByteBuffer.wrap(content))
        .thenCompose(rest ->
            repeat(() ->
                rest.hasRemaining()
                    ? write(channel, rest, rest.position()).thenApply(written -> true)
                    : completedFuture(false)));
  }

  /**
   * Reads from position 0 to the end of the file. The future completes with all bytes.
   *
   * @param channel open for reading; stays open
   */
  public CompletableFuture<byte[]> readFully(AsynchronousFileChannel channel) {
    return completedFuture(new ArrayList<ByteBuffer>())
        .thenCompose(
            chunks -> repeat(() -> readMore(channel, chunks)).thenApply(end -> joined(chunks)));
  }

  /** Reads once. The future completes with {@code false} at the end of the file. */
  private CompletableFuture<Boolean> readMore(
      AsynchronousFileChannel channel, List<ByteBuffer> chunks) {
    if (chunks.isEmpty()) {
      chunks.add(ByteBuffer.allocate(FIRST_CHUNK));
    } else if (!chunks.getLast().hasRemaining()) {
      // Full chunks stay as they are, because copying them into a larger buffer would need more
      // memory than the file itself. A larger chunk saves operations.
      int capacity = Math.min(2 * chunks.getLast().capacity(), LARGEST_CHUNK);
      chunks.add(ByteBuffer.allocate(capacity));
    }
    return read(channel, chunks.getLast(), size(chunks)).thenApply(count -> count != -1);
  }

  private static int size(List<ByteBuffer> chunks) {
    return chunks.stream().mapToInt(ByteBuffer::position).reduce(0, Math::addExact);
  }

  private static byte[] joined(List<ByteBuffer> chunks) {
    byte[] all = new byte[size(chunks)];
    ByteBuffer rest = ByteBuffer.wrap(all);
    chunks.forEach(chunk -> rest.put(chunk.flip()));
    return all;
  }

  /**
   * A loop whose step is asynchronous: repeats {@code step} as long as its future completes with
   * true.
   */
  private static CompletableFuture<Void> repeat(Supplier<CompletableFuture<Boolean>> step) {
    while (true) {
      CompletableFuture<Boolean> more = step.get();
      if (!more.isDone()) {
        // An exception in here, such as a refusal by the executor, fails the returned future.
        return more.thenCompose(again -> again ? repeat(step) : completedFuture(null));
      }
      // The future is done already, for instance because the executor runs tasks on the calling
      // thread. A recursive call here would make the stack deeper with every operation.
      if (!more.join()) {
        return completedFuture(null);
      }
    }
  }

  /** Starts one write. The future completes with the number of bytes written, perhaps not all. */
  protected CompletableFuture<Integer> write(
      AsynchronousFileChannel channel, ByteBuffer source, long position) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.write(source, position, count, HANDLER);
    return count;
  }

  /** Starts one read. The future completes with the number of bytes read, or -1 at the end. */
  protected CompletableFuture<Integer> read(
      AsynchronousFileChannel channel, ByteBuffer target, long position) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    channel.read(target, position, count, HANDLER);
    return count;
  }

  /** The attachment carries the future to the handler, so one handler serves all operations. */
  private static final CompletionHandler<Integer, CompletableFuture<Integer>> HANDLER =
      new CompletionHandler<>() {
        @Override
        public void completed(Integer count, CompletableFuture<Integer> future) {
          future.complete(count);
        }

        @Override
        public void failed(Throwable error, CompletableFuture<Integer> future) {
          future.completeExceptionally(error); // without this line the caller would wait forever
        }
      };
}
