package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Has no queue, and refuses tasks that should wait. */
@WrongAnswer("as many places as were asked for")
public class HasNoQueue extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
            (task, full) -> {
              throw new RejectedExecutionException(
                  name + (full.isShutdown() ? " is shut down" : " is full"));
            });
    return pool;
  }
}
