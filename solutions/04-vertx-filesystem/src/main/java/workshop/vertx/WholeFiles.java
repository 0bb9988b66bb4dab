package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.nio.file.Path;

/**
 * This kitchen has one chef, the event loop, and guests at every table. Assistants carry whole
 * files to the storeroom and back. The chef only says which step follows which, and keeps cooking.
 *
 * <p>Replace the content of a file, then read it. The suite calls your method on the event loop,
 * holds the disk, and checks whether the loop is still running.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class WholeFiles {

  /**
   * Makes {@code file} hold {@code content}, then reads it. Called on an event loop.
   *
   * @return at once; completes on the event loop with what the file holds after both steps, or
   *     fails with the error of the step that failed
   */
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    FileSystem files = vertx.fileSystem();
    // Without compose(), the second call would not wait for the first one.
    return files
        .writeFile(file.toString(), content)
        .compose(written -> files.readFile(file.toString()));
  }
}
