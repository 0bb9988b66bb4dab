package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A delivery that is larger than the kitchen: some of it has to go out before more comes in.
 *
 * <p>Copy a file as a stream, from one {@code AsyncFile} to another. When the target is slow, the
 * source has to pause: at any time, at most {@code mark} bytes have been read but not yet written.
 * The suite holds every write and checks how far you read ahead.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class BoundedCopy {

  private static final OpenOptions READ = new OpenOptions().setWrite(false).setCreate(false);
  private static final OpenOptions WRITE =
      new OpenOptions().setRead(false).setTruncateExisting(true);

  /**
   * Copies the content of {@code from} to {@code to}. Called on an event loop.
   *
   * @param to created if it is missing, emptied if it exists
   * @param mark how many bytes may be in memory at once, 16 KiB or more
   * @return at once; completes when everything is copied, or fails if a step fails or both are the
   *     same file; both files are closed by then
   */
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return check(vertx, from, to)
        .compose(checked -> vertx.fileSystem().open(from.toString(), READ))
        .compose(source ->
            vertx
                .fileSystem()
                .open(to.toString(), WRITE)
                .compose(target -> pipe(source, target, mark))
                // Here, so that the source is closed even if the target cannot be opened.
                .eventually(source::close));
  }

  /** Opening the target empties it: by then it is too late to see that it is the source. */
  protected Future<Void> check(Vertx vertx, Path from, Path to) {
    return vertx
        .executeBlocking(() -> Files.exists(to) && Files.isSameFile(from, to), false)
        .compose(same ->
            Boolean.TRUE.equals(same)
                ? Future.failedFuture(new FileAlreadyExistsException(from + " is " + to))
                : Future.succeededFuture());
  }

  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    // Just below its limit the queue still takes one chunk. That chunk makes it full, and the pipe
    // pauses the source before it reads the next: at most 1/2 + 1/4 of the mark is waiting.
    source.setReadBufferSize(mark / 4);
    target.setWriteQueueMaxSize(mark / 2);
    return source.pipeTo(target); // ends, and so closes, the target in any case
  }
}
