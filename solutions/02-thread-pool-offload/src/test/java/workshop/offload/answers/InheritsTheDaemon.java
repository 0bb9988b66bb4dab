package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Its threads become daemons if a daemon submits the first task. */
@WrongAnswer("A thread inherits this")
public class InheritsTheDaemon extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            SECONDS,
            new ArrayBlockingQueue<>(places),
            Thread.ofPlatform().name(name + "-", 1).factory(),
            (task, full) -> {
              throw new RejectedExecutionException(
                  name + (full.isShutdown() ? " is shut down" : " is full"));
            });
    return pool;
  }
}
