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

  protected final ChannelFutures channels = new ChannelFutures();
  protected final FailurePaths paths = new FailurePaths();

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
    out.println("Starting async write operation...");
    return write(file, executor)
        .thenCompose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println();
          out.println("Starting async read operation...");
          return read(file, executor);
        })
        .thenAccept(bytes -> {
          out.println("Successfully read " + bytes.length + " bytes from the file.");
          out.println("File Contents:");
          out.println(new String(bytes, UTF_8)); // malformed bytes become U+FFFD
        })
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
  }

  /** Truncates or creates the file, writes the text, forces it to the device, closes the file. */
  protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
    return paths.using(
        file,
        Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
        executor,
        channel ->
            channels
                .writeFully(channel, TEXT.getBytes(UTF_8))
                // force waits for the device, so the executor does it
                .thenRunAsync(() -> force(channel), executor));
  }

  protected CompletableFuture<byte[]> read(Path file, ExecutorService executor) {
    return paths.using(file, Set.of(READ), executor, channels::readFully);
  }

  protected void force(AsynchronousFileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** Not every error of the disk names its file: a failed read says "Input/output error". */
  protected IOException naming(Path file, Throwable failure) {
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
