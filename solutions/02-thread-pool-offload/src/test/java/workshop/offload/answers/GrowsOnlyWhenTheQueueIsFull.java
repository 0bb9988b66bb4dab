package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Has one core thread and a larger maximum: more threads start only once the queue is full. */
@WrongAnswer("core size and maximum size both")
public class GrowsOnlyWhenTheQueueIsFull extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setCorePoolSize(1);
    return pool;
  }
}
