package workshop.completable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The chef writes a note, reads it back, and is called after every step. The program is built from
 * your {@link ChannelFutures} and {@link FailurePaths}.
 *
 * <p>It prints, each on a line of its own: {@code Starting async write operation...}, {@code
 * Successfully wrote to my_async_file.txt}, an empty line, {@code Starting async read
 * operation...}, {@code Successfully read N bytes from the file.}, {@code File Contents:} and the
 * text. The caller is free at every step.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class WriteThenRead {

  private static final String TEXT =
      """
      Hello, asynchronous Java!
      This is a non-blocking operation.\
      """;

  /**
   * Starts the program and returns. The future completes when everything has been printed. If a
   * step fails, it fails with an {@link IOException} that names {@code file} and has the original
   * error as its cause.
   *
   * @param out gets the line of a step when the step begins, or when it has succeeded; after an
   *     error, no later step is announced or reported
   * @param executor does every disk operation; stays open
   */
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    // TODO(03-7): announce, write, force, report; announce, read, report; show the text.
    throw new UnsupportedOperationException("TODO(03-7): write a file, then read it");
  }

  public static void main(String[] args) throws IOException {
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      Path file = Path.of("my_async_file.txt");
      new FailurePaths().await(new WriteThenRead().run(file, System.out, executor));
    }
  }
}
