package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Waits in the rejection handler until there is a place. */
@WrongAnswer("Do not wait for a place")
public class PutsIntoTheQueueWhenFull extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            SECONDS,
            new ArrayBlockingQueue<>(places),
            Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
            (task, full) -> {
              if (full.isShutdown()) {
                throw new RejectedExecutionException(name + " is shut down");
              }
              try {
                full.getQueue().put(task);
              } catch (InterruptedException e) {
                throw new RejectedExecutionException(name + ": interrupted");
              }
            });
    return pool;
  }
}
