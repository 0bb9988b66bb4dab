package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The program of this workshop, offloaded: write a file, then read it, and the loop of your {@link
 * TinyRuntime} never waits for the disk.
 *
 * <p>Same output as in module 01, with {@code async} in place of {@code blocking}. The loop prints;
 * the blocking threads use {@link Storeroom}; and whatever goes wrong in any step ends the program
 * as an error that names the file.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class WriteThenRead {

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  /** What the loop does with the result of a step. */
  private interface Next<T> {
    void accept(T result) throws Exception;
  }

  /** Starts the program and returns at once. The future is done, or failed, when the program is. */
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    CompletableFuture<Path> end = new CompletableFuture<>();
    Callable<Path> write =
        () -> {
          Storeroom.write(file, TEXT.getBytes(UTF_8));
          return file;
        };
    Next<byte[]> show =
        bytes -> {
          out.println("Successfully read " + bytes.length + " bytes from the file.");
          out.println("File Contents:\n" + new String(bytes, UTF_8));
          end.complete(file);
        };
    Next<Path> readBack =
        written -> {
          out.println("Successfully wrote to " + written.getFileName());
          out.println("\nStarting async read operation...");
          step(runtime, () -> Storeroom.read(written), show, end);
        };
    runtime.execute(() -> {
      try {
        out.println("Starting async write operation...");
        step(runtime, write, readBack, end);
      } catch (Throwable e) { // the loop would go on, and nobody would ever end the program
        end.completeExceptionally(e);
      }
    });
    return end;
  }

  /** Has {@code work} done off the loop, then {@code next} on it. Any failure fails {@code end}. */
  private static <T> void step(
      TinyRuntime runtime, Callable<T> work, Next<T> next, CompletableFuture<?> end) {
    runtime.offload(
        work,
        done -> {
          try {
            next.accept(done.get());
          } catch (ExecutionException e) {
            end.completeExceptionally(e.getCause());
          } catch (Throwable e) { // uncaught it would end in the loop, and we would never end
            end.completeExceptionally(e);
          }
        });
  }

  /**
   * Runs the program on a runtime of its own, and closes that. Blocks the caller until all is done.
   *
   * @throws IOException if a step fails; its message names {@code file}
   */
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      start(file, out, runtime).get();
    } catch (ExecutionException e) {
      throw new IOException(file + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing and reading " + file, e);
    }
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
