package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The program of this workshop, by call-back: write a file, then read it. Built from your {@link
 * ChannelFutures} and {@link FailurePaths}.
 *
 * <p>It prints, each on a line of its own: {@code Starting async write operation...}, {@code
 * Successfully wrote to my_async_file.txt}, an empty line, {@code Starting async read
 * operation...}, {@code Successfully read N bytes from the file.}, {@code File Contents:} and the
 * text. The suite holds the disk at every step and looks whether you are free.
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
   * Starts the program and returns. The future completes when all has been printed; it fails with
   * an {@link IOException} that names {@code file} if a step fails.
   *
   * @param out told of each step after it, and of nothing after an error
   * @param executor does all that touches the disk
   */
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    ChannelFutures channels = new ChannelFutures();
    FailurePaths paths = new FailurePaths();
    out.println("Starting async write operation...");
    return paths
        .using(
            file,
            Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
            executor,
            channel ->
                channels
                    .writeFully(channel, TEXT.getBytes(UTF_8))
                    // force() waits for the device, so it is work for the executor too
                    .thenRunAsync(() -> force(channel), executor))
        .thenCompose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return paths.using(file, Set.of(READ), executor, channels::readFully);
        })
        .thenAccept(bytes -> {
          out.println("Successfully read " + bytes.length + " bytes from the file.");
          out.println("File Contents:\n" + new String(bytes, UTF_8)); // malformed: U+FFFD
        })
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
  }

  private static void force(AsynchronousFileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** Not every error of the disk knows its file: a failed read says "Input/output error". */
  private static IOException naming(Path file, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new IOException(file + ": " + cause, cause);
  }

  public static void main(String[] args) throws IOException {
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      Path file = Path.of("my_async_file.txt");
      new FailurePaths().await(new WriteThenRead().run(file, System.out, executor));
    }
  }
}
