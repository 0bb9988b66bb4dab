package workshop.completable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * "Forget the potatoes!" calls the chef, and stops waiting for them. The assistant, who has not
 * heard it, keeps carrying sacks.
 *
 * <p>A deadline that only informs the caller limits the waiting, not the work. Here it ends both:
 * once the future is done, for whatever reason, no further read or write begins, and both files are
 * closed.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class StoppableCopy {

  /**
   * Copies {@code from} to {@code to}, chunk by chunk, on one thread of {@code executor}. The
   * future completes with the number of bytes, after both files are closed.
   *
   * <p>It fails with a {@link java.util.concurrent.TimeoutException} as soon as {@code deadline}
   * has passed, even if the disk does not answer, and it may be canceled at any time. Either way
   * the work stops before its next read or write. A copy that has not begun never opens a file.
   * What was copied up to then stays. Every other error fails the future as well.
   *
   * @param to created if absent, truncated if present
   */
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    // Completes this very future, which the work checks. convert() accepts any duration.
    copied.orTimeout(NANOSECONDS.convert(deadline), NANOSECONDS);
    try {
      executor.execute(() -> run(from, to, copied));
    } catch (RejectedExecutionException e) {
      copied.completeExceptionally(e);
    }
    return copied;
  }

  /** The task of the executor: copies, unless the copy was given up while it was queued. */
  protected void run(Path from, Path to, CompletableFuture<Long> copied) {
    try {
      if (!copied.isDone()) {
        requireTwoFiles(from, to);
        copied.complete(copyWhileWanted(from, to, copied));
      }
    } catch (Throwable e) {
      copied.completeExceptionally(e);
    }
  }

  /** Copies until the end of {@code from} or until {@code wanted} is done; closes both files. */
  protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
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

  /** Opening a file with TRUNCATE_EXISTING while it is being read would empty it. */
  protected static void requireTwoFiles(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.isSameFile(from, to)) {
      throw new FileSystemException(from.toString(), to.toString(), "cannot copy a file to itself");
    }
  }
}
