package workshop.comparison.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What mostly waits may be done at the same time. */
public final class AtOnce {

  private AtOnce() {}

  /**
   * Does all of it, each on a thread of its own, and blocks until all have ended.
   *
   * @return what came of them, in their order
   * @throws IOException if one failed, with its cause
   * @throws InterruptedException if the caller is interrupted; all have been, too, and have ended
   */
  public static <T> List<T> all(List<? extends Callable<T>> deeds)
      throws IOException, InterruptedException {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> done : threads.invokeAll(deeds)) {
        results.add(done.get());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known
          ? known
          : new IOException(e.getMessage(), e.getCause());
    }
    return results;
  }
}
