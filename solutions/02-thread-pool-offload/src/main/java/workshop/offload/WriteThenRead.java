package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The program of the workshop, on your {@link TinyRuntime}: its output is the same as in module 01,
 * with {@code async} instead of {@code blocking}. The loop prints; blocking threads use {@link
 * Storeroom}.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class WriteThenRead {

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  /**
   * Starts the program and returns at once. The future completes, or fails, when the program ends.
   */
  public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
    Program program = new Program(file, out, runtime, new CompletableFuture<>());
    runtime.execute(() -> program.guarded(program::write));
    return program.end;
  }

  /**
   * One run of the program. Its steps run on the loop, in the order in which they are declared
   * here.
   */
  private record Program(
      Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {

    void write() {
      out.println("Starting async write operation...");
      offload(this::store, this::read);
    }

    void read(Path written) {
      out.println("Successfully wrote to " + written.getFileName());
      out.println("\nStarting async read operation...");
      offload(() -> Storeroom.read(written), this::show);
    }

    void show(byte[] bytes) {
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + new String(bytes, UTF_8));
      end.complete(file);
    }

    /**
     * Runs {@code work} on a blocking thread, then {@code next} on the loop. A failure fails {@code
     * end}.
     */
    <T> void offload(Callable<T> work, Consumer<T> next) {
      runtime.offload(work, done -> guarded(() -> next.accept(done.get())));
    }

    /** Runs a step. If it throws, {@code end} fails with what it threw, without a wrapper. */
    void guarded(Step step) {
      try {
        step.run();
      } catch (ExecutionException e) { // the work failed: its own exception is the cause
        end.completeExceptionally(e.getCause());
      } catch (Throwable e) { // otherwise, the program would never end
        end.completeExceptionally(e);
      }
    }

    private Path store() throws IOException {
      Storeroom.write(file, TEXT.getBytes(UTF_8));
      return file;
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  /**
   * Runs the program to its end, on its own runtime. Every exception that it throws names the file.
   */
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      try { // inside: a catch of the outer try runs after close(), which waits
        start(file, out, runtime).get();
      } catch (ExecutionException e) {
        throw new IOException(file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // close() sees the flag and does not wait either
        throw new InterruptedIOException("interrupted while writing and reading " + file);
      }
    }
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
