package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Gives all its threads the same name. */
@WrongAnswer("are called: [storeroom-1")
public class GivesAllOneName extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setThreadFactory(Thread.ofPlatform().daemon(false).name(name + "-1").factory());
    return pool;
  }
}
