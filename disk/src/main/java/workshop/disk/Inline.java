package workshop.disk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.disk.filter.Nullable;

/**
 * Runs a task where it is handed over: then the JDK's asynchronous channel does its reading and
 * writing on the thread that asks it to.
 */
final class Inline extends AbstractExecutorService {

  private static final Inline SHARED = new Inline();

  private Inline() {}

  /**
   * Returns the executor for the JDK's channel behind a watched one.
   *
   * @return {@code null}, the JDK's own choice, on Windows: its channels keep one of the executor's
   *     threads waiting for the completions of the operating system
   */
  static @Nullable ExecutorService executor() {
    return System.getProperty("os.name").startsWith("Windows") ? null : SHARED;
  }

  /** Waits for an operation of that channel, deaf to interrupts as the disk is; keeps them. */
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

  /** It has no threads, so there is nothing to shut down. */
  @Override
  public void shutdown() {}

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
