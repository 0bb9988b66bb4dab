package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for a while with a timed offer(), and then refuses. */
@WrongAnswer("blocked the caller")
public class OffersForAWhile extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      try {
        if (!full.getQueue().offer(task, 200, MILLISECONDS)) {
          throw new RejectedExecutionException(name + " is full");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RejectedExecutionException(name + " is full", e);
      }
    });
    return pool;
  }
}
