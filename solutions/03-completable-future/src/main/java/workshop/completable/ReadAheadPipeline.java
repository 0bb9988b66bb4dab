package workshop.completable;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/**
 * One assistant brings the contents of a huge sack, bowl by bowl. All cooks work on one bowl
 * together while the assistant fills the other.
 *
 * <p>At most two chunks are in memory, no matter how large the file is. Only threads of {@code io}
 * touch the disk. Only threads of {@code compute} do the work, on all cores at once.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ReadAheadPipeline {

  /** Work whose input may be cut anywhere: {@code joined(of(ab), of(c))} equals {@code of(abc)}. */
  public interface Work<R> {
    /** The heavy part, done on {@code compute}. */
    R of(ByteBuffer part);

    R joined(R left, R right);

    /** The result for an empty file. */
    R nothing();
  }

  /**
   * Works through all of {@code file}. The future completes with the joined result after the file
   * is closed. Once it is done, even by a failure or a cancel, no further chunk is started.
   */
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    if (chunkSize <= 0 || cores <= 0) {
      throw new IllegalArgumentException("chunkSize " + chunkSize + ", cores " + cores);
    }
    CompletableFuture<R> result = new CompletableFuture<>();
    try {
      io.execute(() -> {
        try {
          result.complete(throughput(file, chunkSize, work, compute, cores, result));
        } catch (Throwable e) {
          result.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
    return result;
  }

  /** The one task of {@code io}, from opening the file to closing it. */
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
      ByteBuffer other = ByteBuffer.allocate(chunkSize);
      R total = work.nothing();
      while (chunk.hasRemaining() && !wanted.isDone()) {
        CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
        fill(other, channel); // while the cores are busy with chunk
        // This join cannot deadlock: the thread belongs to io, and no task of compute waits for it.
        total = work.joined(total, working.join());
        ByteBuffer done = chunk;
        chunk = other;
        other = done;
      }
      return total;
    }
  }

  /** Works on all parts at once, one per core, and joins their results in order. */
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    // The list starts all parts. A stream alone would start each part when it is needed.
    List<CompletableFuture<R>> results =
        parts(chunk, cores).stream()
            .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
            .toList();
    return results.stream()
        .reduce((left, right) -> left.thenCombine(right, work::joined))
        .orElseThrow();
  }

  /** Reads until {@code chunk} is full or the file ends, and flips it: ready to be worked on. */
  protected static ByteBuffer fill(ByteBuffer chunk, FileChannel channel) throws IOException {
    chunk.clear();
    while (chunk.hasRemaining() && channel.read(chunk) != -1) {}
    return chunk.flip();
  }

  /** Cuts {@code chunk} into {@code count} parts, in order, without copying. */
  protected static List<ByteBuffer> parts(ByteBuffer chunk, int count) {
    int length = Math.ceilDiv(chunk.limit(), count);
    return IntStream.range(0, count)
        .map(i -> Math.min(i * length, chunk.limit()))
        .mapToObj(start -> chunk.slice(start, Math.min(length, chunk.limit() - start)))
        .toList();
  }
}
