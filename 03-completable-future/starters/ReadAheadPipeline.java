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
    // TODO(03-6): start the work on a chunk, in parts; fill the other chunk; join; swap the chunks.
    throw new UnsupportedOperationException("TODO(03-6): read ahead by one, work on all cores");
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
