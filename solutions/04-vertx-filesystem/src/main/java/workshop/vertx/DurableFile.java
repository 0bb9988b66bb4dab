package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;

/**
 * If you send an assistant for a whole file, you cannot say how to open it or find out when its
 * bytes are safe.
 *
 * <p>An {@code AsyncFile} is an open file, and each of its steps is a future. Write a file so that
 * nothing of an older one remains, and so that data and metadata survive a power failure. Always
 * close it. The suite watches each operation on the disk, and holds some of them.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class DurableFile {

  /**
   * Makes {@code file} hold exactly {@code content}, durably. Called on an event loop.
   *
   * @param file created if it is missing, emptied if it exists
   * @return at once; completes when the content is durable and the file is closed, or fails with
   *     the error of the step that failed
   */
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), options())
        // The file is open only here, so it is closed here, however the write ends.
        .compose(opened -> writeDurably(opened, content).eventually(opened::close));
  }

  protected OpenOptions options() {
    // By default, a file is not truncated, and nothing is forced to the device.
    return new OpenOptions().setTruncateExisting(true).setSync(true);
  }

  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    // Sync is about writes. Empty content has none, and the truncation needs the flush.
    return file.write(content).compose(written -> file.flush());
  }
}
