package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Silently drops a task that does not fit, whose future is then never done. */
@WrongAnswer("dropped in silence")
public class DropsWhatDoesNotFit extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    return pool;
  }
}
