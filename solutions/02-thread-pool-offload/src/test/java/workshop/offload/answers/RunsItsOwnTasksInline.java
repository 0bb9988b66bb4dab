package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Runs a task at once if one of its own threads submits it. */
@WrongAnswer("and was not refused")
public class RunsItsOwnTasksInline extends BoundedPool {
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
              if (Thread.currentThread().getName().startsWith(name) && !full.isShutdown()) {
                task.run();
              } else {
                throw new RejectedExecutionException(
                    name + (full.isShutdown() ? " is shut down" : " is full"));
              }
            });
    return pool;
  }
}
