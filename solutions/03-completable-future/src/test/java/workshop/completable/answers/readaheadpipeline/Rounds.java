package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.completable.ReadAheadPipeline.Work;

/** Rounds without a thread that waits: the end of each one starts the next one. */
record Rounds<R>(
    FileChannel channel,
    Work<R> work,
    Executor io,
    Function<ByteBuffer, CompletableFuture<R>> onAllCores,
    Future<R> wanted) {

  static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, READ);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  CompletableFuture<R> all(int chunkSize) {
    return CompletableFuture.completedFuture(ByteBuffer.allocate(chunkSize))
        .thenApply(this::filled)
        .thenCompose(chunk -> next(chunk, ByteBuffer.allocate(chunkSize), work.nothing()))
        .whenCompleteAsync((_, _) -> close(), io)
        .whenComplete((_, _) -> close()); // in case io has rejected it
  }

  private CompletableFuture<R> next(ByteBuffer chunk, ByteBuffer other, R total) {
    if (!chunk.hasRemaining() || wanted.isDone()) {
      return CompletableFuture.completedFuture(total);
    }
    CompletableFuture<R> working = onAllCores.apply(chunk);
    return CompletableFuture.supplyAsync(() -> filled(other), io)
        .thenCombine(working, (_, result) -> work.joined(total, result))
        .thenComposeAsync(joined -> next(other, chunk, joined), io);
  }

  private ByteBuffer filled(ByteBuffer chunk) {
    try {
      return OwnPipeline.filled(chunk, channel);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
