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
 * A guest leaves before the food is there. Somebody has to tell the assistant, the storeroom's door
 * must not stay open, and if something went wrong in there, it has to be heard out here.
 *
 * <p>Cancelling a reading stops it before its next read and closes the file. Waiting for one ends
 * with its bytes, or with an {@link IOException} that says which file and keeps the disk's error.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class CancellableRead {

  /**
   * Returns at once; {@code pool} reads {@code file}, chunk by chunk. After {@code cancel(true)} on
   * the result no more chunks are read, and the file is closed.
   */
  public Future<byte[]> start(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      // cancel(true) interrupts this thread; the channel hears it, fails and is closed.
      // Files.readAllBytes turns that off for its channel, and would read on to the end.
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    });
  }

  /**
   * Waits for {@code reading} and returns what it brought.
   *
   * <p>If the waiting thread is interrupted, the reading is cancelled, the thread's interrupt flag
   * is set again, and an {@link IOException} says so.
   *
   * @throws IOException if the reading failed; it names {@code file}, and the error of the disk is
   *     itself or its direct cause
   */
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      // The wrapper belongs to the pool. The cause may be any Throwable: a cast would fail on some.
      Throwable why = e.getCause();
      throw new IOException("cannot read " + file + ": " + why, why);
    } catch (InterruptedException e) {
      reading.cancel(true); // nobody will claim the result
      Thread.currentThread().interrupt(); // catching it took the flag away from those above us
      throw new InterruptedIOException("interrupted while waiting for " + file);
    }
  }
}
