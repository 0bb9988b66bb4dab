package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The program of this workshop, in the kitchen of Vert.x: write a file, then read it, while the
 * chef is free.
 *
 * <p>It prints, each on a line of its own: {@code Starting async write operation...}, {@code
 * Successfully wrote to my_async_file.txt}, an empty line, {@code Starting async read
 * operation...}, {@code Successfully read N bytes from the file.}, {@code File Contents:} and the
 * text. An error names the file. Reads may be short, and the write has to be durable.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class WriteThenRead {

  private static final String TEXT =
      """
      Hello, asynchronous Java!
      This is a non-blocking operation.\
      """;

  /**
   * Writes the text to {@code file}, reads it back, and prints each step to {@code out} after it is
   * done. Called on an event loop.
   *
   * @return at once; completes when all is done, or fails with an {@code IOException} whose message
   *     names the file
   */
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    // TODO(04-7): announce, write, report; announce, read to the end, report; show the text.
    throw new UnsupportedOperationException("TODO(04-7): write a file, then read it");
  }

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    try {
      new WriteThenRead().run(vertx, Path.of("my_async_file.txt"), System.out).await();
    } finally {
      vertx.close().await();
    }
  }
}
