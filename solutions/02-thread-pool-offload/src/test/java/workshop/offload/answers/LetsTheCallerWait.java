package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Puts a task into the full queue, which blocks the caller until there is a place. */
@WrongAnswer("Do not wait for a place at LetsTheCallerWait")
public class LetsTheCallerWait extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> {
      try {
        full.getQueue().put(task);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RejectedExecutionException(name + " is full", e);
      }
    });
    return pool;
  }
}
