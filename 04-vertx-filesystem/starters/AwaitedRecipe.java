package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A recipe reads from top to bottom, and so does code that may wait. On the event loop it may not;
 * on a virtual-thread context of Vert.x it may, with {@code Future.await()}: only the virtual
 * thread is parked, and nobody else waits.
 *
 * <p>Read a file, change its text, write it to another file. The suite looks on what kind of thread
 * you change, who touches the disk, and what is left when you are done.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class AwaitedRecipe {

  /**
   * Runs {@link #steps} on a virtual-thread context. Called on an event loop.
   *
   * @return at once; completed when the steps are done and nothing is left deployed, or failed with
   *     what they threw
   */
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    // TODO(04-5): deploy the steps with the threading model that may wait, then undeploy them.
    throw new UnsupportedOperationException("TODO(04-5): run the steps on a virtual thread");
  }

  /**
   * Reads {@code from}, seasons its text, writes it to {@code to}; waits for each of the three.
   *
   * @throws IOException if the disk fails; its message names the file
   */
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    // TODO(04-5): await the reading, change, await the writing.
    throw new UnsupportedOperationException("TODO(04-5): read, change, write, with await");
  }
}
