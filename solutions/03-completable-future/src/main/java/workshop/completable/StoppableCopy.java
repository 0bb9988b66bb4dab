package workshop.completable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * "Forget the potatoes!", you call. You will not wait for them any longer; the assistant, who has
 * not heard you, goes on carrying sacks.
 *
 * <p>A deadline that only tells the caller bounds the waiting, not the work. Here it ends both:
 * once the future is done, whoever completed it, no further read or write begins, and the files are
 * closed.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class StoppableCopy {

  /**
   * Copies {@code from} to {@code to}, chunk by chunk, on one thread of {@code executor}. The
   * future brings the number of bytes when both files are closed.
   *
   * <p>It fails with a {@link java.util.concurrent.TimeoutException} as soon as {@code deadline} is
   * over, wherever the work stands, and may be cancelled at any moment. Either way the work stops
   * before its next read or write; if it has not begun yet, it never opens a file. What has been
   * copied until then stays.
   *
   * @param to made if it is absent, emptied if it is there
   */
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    executor.execute(() -> {
      try {
        // Done already: cancelled, or too late, while this task stood in the queue.
        if (!copied.isDone()) {
          copied.complete(copyWhileWanted(from, to, copied));
        }
      } catch (Throwable e) {
        copied.completeExceptionally(e);
      }
    });
    // Completes this very future, not a copy of it: that is the flag which the work looks at.
    return copied.orTimeout(deadline.toNanos(), NANOSECONDS);
  }

  private static long copyWhileWanted(Path from, Path to, CompletableFuture<?> wanted)
      throws IOException {
    try (FileChannel in = FileChannel.open(from, READ);
        FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
      long count = 0;
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (!wanted.isDone() && in.read(chunk) != -1) {
        chunk.flip();
        while (!wanted.isDone() && chunk.hasRemaining()) {
          count += out.write(chunk);
        }
        chunk.clear();
      }
      return count;
    }
  }
}
