package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Starts a thread for each place in the queue as well. */
@WrongAnswer("5 threads are alive for a limit of 3")
public class StartsThreadsForItsPlaces extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return new ThreadPoolExecutor(
        threads + places,
        threads + places,
        0,
        SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
        (task, pool) -> {
          throw new RejectedExecutionException(name + " is full");
        });
  }
}
