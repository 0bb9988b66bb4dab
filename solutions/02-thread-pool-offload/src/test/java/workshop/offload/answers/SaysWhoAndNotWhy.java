package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Names the pool, and leaves the rest to imagination. */
@WrongAnswer("no more than: storeroom")
public class SaysWhoAndNotWhy extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      throw new RejectedExecutionException(name);
    });
    return pool;
  }
}
