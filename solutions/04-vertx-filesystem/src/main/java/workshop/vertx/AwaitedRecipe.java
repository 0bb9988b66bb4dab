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
   * Reads {@code from}, changes its text, and writes the text to {@code to}, one step after the
   * other.
   *
   * @throws IOException if the disk fails; its message names the file
   */
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString();
    named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
  }

  /** Returns {@code step}, but its error is an {@code IOException} that names the file. */
  protected <T> Future<T> named(Path file, Future<T> step) {
    return step.recover(e -> Future.failedFuture(new IOException(file + ": " + reason(e), e)));
  }

  /** Vert.x wraps the disk's error, which gives the reason. */
  private static Throwable reason(Throwable error) {
    return error.getCause() == null ? error : error.getCause();
  }
}
