package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an IllegalStateException when it is full. */
@WrongAnswer("expect a RejectedExecutionException")
public class RefusesWithAnotherException extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      throw new IllegalStateException(name + " is full");
    });
    return pool;
  }
}
