package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * You read a recipe from top to bottom, and you can read code that may wait in the same way. The
 * chef may not wait, but an assistant who costs almost nothing may.
 *
 * <p>On a virtual-thread context of Vert.x you can wait with {@code Future.await()}: it parks the
 * virtual thread and blocks no other thread. Read a file, change its text, and write it to another
 * file. The suite checks which thread changes the text, which threads do the disk work, and whether
 * your verticle is undeployed.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class AwaitedRecipe {

  /**
   * Runs {@link #steps} on a virtual-thread context. Called on an event loop.
   *
   * @param change called once, with the text of {@code from}
   * @return at once; completes when the steps are done and undeployed, or fails with what the steps
   *     threw
   */
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    // TODO(04-5): deploy the steps where waiting is permitted. Then undeploy them.
    throw new UnsupportedOperationException("TODO(04-5): run the steps on a virtual thread");
  }

  /**
   * Reads {@code from}, changes its text, and writes the text to {@code to}, one step after the
   * other.
   *
   * @throws IOException if the disk fails; its message names the file
   */
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    // TODO(04-5): await the read, change the text, await the write.
    throw new UnsupportedOperationException("TODO(04-5): read, change, write, with await");
  }
}
