package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Limits submit() and leaves execute() without a limit. */
@WrongAnswer("both were accepted")
public class LimitsOnlySubmit extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
        (task, pool) -> {
          throw new RejectedExecutionException(name + " is shut down");
        }) {
      private void check() {
        if (getQueue().size() >= places) {
          throw new RejectedExecutionException(name + " is full");
        }
      }

      @Override
      public <T> Future<T> submit(Callable<T> task) {
        check();
        return super.submit(task);
      }

      @Override
      public Future<?> submit(Runnable task) {
        check();
        return super.submit(task);
      }
    };
  }
}
