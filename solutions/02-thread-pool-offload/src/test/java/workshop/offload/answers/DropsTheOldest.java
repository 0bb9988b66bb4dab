package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Drops the oldest task in the queue to make room for a new one. */
@WrongAnswer("dropped in silence")
public class DropsTheOldest extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
    return pool;
  }
}
