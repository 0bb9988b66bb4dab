package workshop.offload;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    // TODO(02-8): have the loop run write(). What a step throws fails the future end.
    throw new UnsupportedOperationException("TODO(02-8): start the program on the loop");
  }

  /**
   * One run of the program. Its steps run on the loop, in the order in which they are declared
   * here.
   */
  private record Program(
      Path file, PrintStream out, TinyRuntime runtime, CompletableFuture<Path> end) {

    void write() {
      throw new UnsupportedOperationException("TODO(02-8): announce, write, then read");
    }

    void read(Path written) {
      throw new UnsupportedOperationException("TODO(02-8): report, announce, read, then show");
    }

    void show(byte[] bytes) {
      throw new UnsupportedOperationException("TODO(02-8): report, show the text, end");
    }

    /**
     * Runs {@code work} on a blocking thread, then {@code next} on the loop. A failure fails {@code
     * end}.
     */
    <T> void offload(Callable<T> work, Consumer<T> next) {
      throw new UnsupportedOperationException("TODO(02-8): hand over the work, then continue");
    }
  }

  /**
   * Runs the program to its end, on its own runtime. Every exception that it throws names the file.
   */
  public void run(Path file, PrintStream out) throws IOException {
    // TODO(02-8): open a runtime, start the program on it, wait for the end, close the runtime.
    throw new UnsupportedOperationException("TODO(02-8): run the program to its end");
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
