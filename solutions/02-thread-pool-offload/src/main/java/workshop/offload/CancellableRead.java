package workshop.offload;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A guest leaves before the food is ready, so the assistant in the storeroom has to be called back.
 *
 * <p>Canceling a read stops it before its next chunk and closes the file. Waiting for a read ends
 * with its bytes, or with an {@link IOException} that says which file failed and why.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class CancellableRead {

  /**
   * Returns at once; {@code pool} reads {@code file}, chunk by chunk. After {@code cancel(true)} on
   * the result, or {@code shutdownNow()} on the pool, no further chunk is read and the file is
   * closed. An interrupted read fails; it never returns a part of the file as its result.
   */
  public Future<byte[]> start(Path file, ExecutorService pool) {
    return pool.submit(() -> readAll(file));
  }

  /** Runs on the pool's thread. {@code cancel(true)} interrupts that thread. */
  protected byte[] readAll(Path file) throws IOException {
    // An interrupt closes this channel, and the next read fails. Files.readAllBytes makes its
    // own channel uninterruptible and would read on to the end.
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }

  /**
   * Waits for {@code reading}, however long it takes, and returns its bytes.
   *
   * <p>If the waiting thread is interrupted, the read is canceled, the thread's interrupt flag is
   * set again, and an {@link IOException} says that the wait was interrupted.
   *
   * @throws IOException if the read failed; its message contains {@code file}, and it is the disk's
   *     own error or has that as its direct cause
   * @throws java.util.concurrent.CancellationException if other code canceled the read
   */
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      // The pool has wrapped the failure. The cause may be any Throwable, so do not cast it.
      Throwable why = e.getCause();
      throw new IOException("cannot read " + file + ": " + why, why);
    } catch (InterruptedException e) {
      reading.cancel(true); // no other thread waits for this result
      Thread.currentThread().interrupt(); // get() cleared the flag; our callers need it
      throw new InterruptedIOException("interrupted while waiting for " + file);
    }
  }
}
