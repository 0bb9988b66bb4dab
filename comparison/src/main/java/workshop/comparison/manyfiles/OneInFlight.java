package workshop.comparison.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workshop.comparison.result.Contender;

/**
 * One of the techniques, with a caller that has nothing else to do: it starts one operation on one
 * file in the page cache, and waits for its end before it starts the next. Used by one thread.
 */
public final class OneInFlight implements AutoCloseable {

  /** The techniques that differ when only one operation is in flight. */
  public static final List<Contender> TECHNIQUES =
      List.of(Contender.IN_TURN, Contender.VIRTUAL, Contender.FUTURES, Contender.VERTX);

  private static final long TIMEOUT_SECONDS = 30;

  private final Technique technique;
  private final Path file;
  private final byte[] content;

  /**
   * Starts a technique, and creates the file in its full size.
   *
   * @param file created, or overwritten if it exists
   * @param size of the file in bytes
   */
  public OneInFlight(Contender contender, Path file, int size) throws IOException {
    this.technique = Techniques.of(contender, false);
    this.file = file;
    this.content = Case.content(size);
    Files.write(file, content);
  }

  /**
   * Writes the file in place, reads it back, and blocks until both are done.
   *
   * @return how many bytes were read back
   * @throws IOException if the operation fails, or has not ended after half a minute
   */
  public int writeThenRead() throws Exception {
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    technique.start(
        file,
        content,
        Case.Mode.CACHED,
        (length, failure) -> {
          if (failure == null) {
            ended.complete(length);
          } else {
            ended.completeExceptionally(failure);
          }
        });
    try {
      return ended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("an operation on " + file + " failed", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(
          "an operation on %s has not ended after %d s".formatted(file, TIMEOUT_SECONDS), e);
    }
  }

  /** Ends the technique's threads. The file stays. */
  @Override
  public void close() {
    technique.close();
  }
}
