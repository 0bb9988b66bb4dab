package workshop.completable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * A sack too large for the kitchen: an assistant brings it bowl by bowl, all cooks work on one bowl
 * together, and meanwhile the next one is fetched.
 *
 * <p>Two chunks at most are in memory, whatever the size of the file. The disk is touched on {@code
 * io} only, the work is done on {@code compute} only, on all its cores at once.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ReadAheadPipeline {

  /** Work that may be cut anywhere: {@code joined(of(ab), of(c))} equals {@code of(abc)}. */
  public interface Work<R> {

    /** The heavy part: for the cooks. */
    R of(ByteBuffer part);

    R joined(R left, R right);

    /** The result of no bytes. */
    R nothing();
  }

  /**
   * Works through all of {@code file}. The future brings the joined result when the file is closed.
   * Once it is done, also by a failure or by being cancelled, no further chunk is begun.
   */
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    // TODO(03-6): work on a chunk, in parts; meanwhile fill the other one; join; change places.
    throw new UnsupportedOperationException("TODO(03-6): read ahead by one, work on all cores");
  }

  /** Reads until {@code chunk} is full or the file ends; then it is ready to be worked on. */
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
