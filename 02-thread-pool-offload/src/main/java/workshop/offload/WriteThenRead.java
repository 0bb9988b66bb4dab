package workshop.offload;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    // TODO(02-8): on the loop announce, have it written, report, announce, have it read, show.
    throw new UnsupportedOperationException("TODO(02-8): start the program on the loop");
  }

  /** Has {@code work} done off the loop, then {@code next} on it. Any failure fails {@code end}. */
  private static <T> void step(
      TinyRuntime runtime, Callable<T> work, Next<T> next, CompletableFuture<?> end) {
    // TODO(02-8): offload the work; on the loop go on with next, or fail the end.
    throw new UnsupportedOperationException("TODO(02-8): do a step, off the loop and on it");
  }

  /**
   * Runs the program on a runtime of its own, and closes that. Blocks the caller until all is done.
   *
   * @throws IOException if a step fails; its message names {@code file}
   */
  public void run(Path file, PrintStream out) throws IOException {
    // TODO(02-8): open a runtime, start the program on it, wait for the end, close the runtime.
    throw new UnsupportedOperationException("TODO(02-8): run the program to its end");
  }

  public static void main(String[] args) throws IOException {
    new WriteThenRead().run(Path.of("my_async_file.txt"), System.out);
  }
}
