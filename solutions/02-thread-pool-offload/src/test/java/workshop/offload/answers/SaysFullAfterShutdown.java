package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Gives the same reason when it is full and when it is shut down. */
@WrongAnswer("says the same")
public class SaysFullAfterShutdown extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      throw new RejectedExecutionException(name + " is full");
    });
    return pool;
  }
}
