package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Its threads are daemons, so the JVM may end while they write. */
@WrongAnswer("the JVM does not wait for daemons")
public class WorksWithDaemons extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setThreadFactory(Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    return pool;
  }
}
