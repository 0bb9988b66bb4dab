package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Refuses with its name and no reason. */
@WrongAnswer("no more than: storeroom")
public class RefusesWithoutAReason extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      throw new RejectedExecutionException(name);
    });
    return pool;
  }
}
