package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Names its first thread name-0. */
@WrongAnswer("Let the counter begin with 1")
public class CountsFromZero extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            SECONDS,
            new ArrayBlockingQueue<>(places),
            Thread.ofPlatform().daemon(false).name(name + "-", 0).factory(),
            (task, full) -> {
              throw new RejectedExecutionException(
                  name + (full.isShutdown() ? " is shut down" : " is full"));
            });
    return pool;
  }
}
