package workshop.completable.answers.channelfutures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the answers have in common. */
final class Loops {

  private Loops() {}

  /**
   * Repeats {@code write} until the buffer is empty. What the first write throws reaches the
   * caller.
   */
  static CompletableFuture<Void> drain(
      ByteBuffer rest, Function<ByteBuffer, CompletableFuture<Integer>> write) {
    return rest.hasRemaining()
        ? write.apply(rest).thenCompose(_ -> drain(rest, write))
        : CompletableFuture.completedFuture(null);
  }

  /** Repeats {@code read} until the buffer is full or the file ends. */
  static CompletableFuture<byte[]> fill(
      ByteBuffer all, Function<ByteBuffer, CompletableFuture<Integer>> read) {
    return all.hasRemaining()
        ? read.apply(all)
            .thenCompose(
                count -> count == -1 ? bytes(all.slice(0, all.position())) : fill(all, read))
        : bytes(all);
  }

  private static CompletableFuture<byte[]> bytes(ByteBuffer all) {
    return CompletableFuture.completedFuture(Arrays.copyOf(all.array(), all.limit()));
  }

  /** Waits for the channel. */
  static int await(Future<Integer> operation) {
    try {
      return operation.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  static CompletionHandler<Integer, Void> handler(
      Consumer<Integer> completed, Consumer<Throwable> failed) {
    return new CompletionHandler<>() {
      @Override
      public void completed(Integer count, Void nothing) {
        completed.accept(count);
      }

      @Override
      public void failed(Throwable error, Void nothing) {
        failed.accept(error);
      }
    };
  }

  static void close(AsynchronousFileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
