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

  /** What is done with one of them. */
  @FunctionalInterface
  public interface Work<A, T> {
    T with(A each) throws Exception;
  }

  /**
   * Does it with all of them, each on a thread of its own, and blocks until all have ended.
   *
   * @return what came of them, in their order
   * @throws IOException if one failed, with its cause
   * @throws InterruptedException if the caller is interrupted; all have been, too, and have ended
   */
  public static <A, T> List<T> all(List<A> these, Work<A, T> work)
      throws IOException, InterruptedException {
    List<Callable<T>> deeds = new ArrayList<>();
    these.forEach(each -> deeds.add(() -> work.with(each)));
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
