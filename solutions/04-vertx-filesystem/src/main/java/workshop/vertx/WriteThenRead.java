package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collector;

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

  private static final Collector<Buffer, ?, Buffer> INTO_ONE =
      Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer);

  /**
   * Writes the text to {@code file}, reads it back, and prints each step to {@code out} after it is
   * done. Called on an event loop.
   *
   * @return at once; completes when all is done, or fails with an {@code IOException} whose message
   *     names the file
   */
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return write(vertx, file)
        .compose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return read(vertx, file);
        })
        .<Void>map(bytes -> {
          show(bytes, out);
          return null;
        })
        // What an open file reports, such as "Input/output error", does not name the file.
        .recover(e -> Future.failedFuture(new IOException(file + ": " + reason(e), e)));
  }

  protected Future<Void> write(Vertx vertx, Path file) {
    return new DurableFile().write(vertx, file, Buffer.buffer(TEXT));
  }

  /** {@code FileSystem.readFile} reads once; a stream goes on to the end of the file. */
  protected Future<Buffer> read(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(opened -> opened.collect(INTO_ONE).eventually(opened::close));
  }

  protected void show(Buffer bytes, PrintStream out) {
    out.println("Successfully read " + bytes.length() + " bytes from the file.");
    out.println("File Contents:\n" + bytes.toString(UTF_8)); // malformed bytes become U+FFFD
  }

  /** Vert.x wraps the disk's error, which gives the reason. */
  private static Throwable reason(Throwable error) {
    return error.getCause() == null ? error : error.getCause();
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
