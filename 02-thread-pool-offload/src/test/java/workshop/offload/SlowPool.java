package workshop.offload;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool on which every time limit runs out at once: a timed {@code get} on a task that is not done
 * throws a {@link TimeoutException} without waiting. A second {@code get} waits. Code that waits as
 * long as it takes notices nothing. The pool's queue is limited.
 */
final class SlowPool extends ThreadPoolExecutor {

  private volatile boolean askedAgain;

  SlowPool(int threads, int places) {
    super(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(places),
        Thread.ofPlatform().daemon().name("slow-", 1).factory());
  }

  /** Returns whether any code waited for the same task with a time limit more than once. */
  boolean wasAskedAgain() {
    return askedAgain;
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new FutureTask<>(task) {

      private final AtomicBoolean asked = new AtomicBoolean();

      @Override
      public T get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException, TimeoutException {
        if (!isDone() && !asked.getAndSet(true)) {
          throw new TimeoutException();
        }
        askedAgain |= !isDone();
        return get();
      }
    };
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return newTaskFor(() -> {
      task.run();
      return value;
    });
  }
}
