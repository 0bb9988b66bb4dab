package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Uses AbortPolicy, whose message does not contain the pool's name. */
@WrongAnswer("Which one was full")
public class RefusesWithoutItsName extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.AbortPolicy());
    return pool;
  }
}
