package workshop.vertx;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A recipe reads from top to bottom, and so does code that may wait. On the event loop it may not;
 * on a virtual-thread context of Vert.x it may, with {@code Future.await()}: only the virtual
 * thread is parked, and nobody else waits.
 *
 * <p>Read a file, season its text, write it to another file. The suite looks on what kind of thread
 * you season, who touches the disk, and what is left when you are done.
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
    return vertx
        .deployVerticle(
            context -> {
              steps(vertx.fileSystem(), from, to, change);
              return Future.succeededFuture();
            },
            options())
        // If the steps fail, so does the deployment: then there is nothing to undeploy.
        .compose(vertx::undeploy);
  }

  protected DeploymentOptions options() {
    return new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
  }

  /**
   * Reads {@code from}, changes its text, writes it to {@code to}, one step after the other.
   *
   * @throws IOException if the disk fails; its message names the file
   */
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString();
    named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
  }

  /** Returns the same step with an error that is an {@code IOException} and names the file. */
  protected <T> Future<T> named(Path file, Future<T> step) {
    return step.recover(e -> Future.failedFuture(new IOException(file + ": " + reason(e), e)));
  }

  /** Vert.x wraps what the disk said, and the disk knows the reason. */
  private static Throwable reason(Throwable error) {
    return error.getCause() == null ? error : error.getCause();
  }
}
