package workshop.comparison.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same task on several inputs at the same time, for tasks that mostly wait. */
public final class Parallel {

  private Parallel() {}

  /** A function that may fail. */
  @FunctionalInterface
  public interface Task<A, T> {
    T apply(A input) throws Exception;
  }

  /**
   * Runs the task on each input, each on its own thread, and blocks until all have ended.
   *
   * @return the results in the order of the inputs
   * @throws IOException if a task failed, with its cause
   * @throws InterruptedException if the caller is interrupted; all tasks were interrupted as well,
   *     and have ended
   */
  public static <A, T> List<T> map(List<A> inputs, Task<A, T> task)
      throws IOException, InterruptedException {
    List<Callable<T>> calls = new ArrayList<>();
    inputs.forEach(input -> calls.add(() -> task.apply(input)));
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> done : threads.invokeAll(calls)) {
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
