package workshop.disk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.disk.filter.Nullable;

/** Runs each task on the submitting thread, so that the JDK's asynchronous channel does as well. */
final class Inline extends AbstractExecutorService {

  private static final Inline SHARED = new Inline();

  private Inline() {}

  /**
   * Returns the executor for the JDK's channel behind a watched one. On Windows that is {@code
   * null}, the JDK's default, because its channels need a thread that waits for completions.
   */
  static @Nullable ExecutorService executor() {
    return System.getProperty("os.name").startsWith("Windows") ? null : SHARED;
  }

  /**
   * Waits for an operation of that channel. An interrupt does not end the wait, and its flag stays
   * set.
   */
  static <T> T join(Future<T> operation) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return operation.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void shutdown() {} // there are no threads to wait for

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
