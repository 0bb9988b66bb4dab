package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Uses a linked queue with a limit, and threads that end when they are idle. */
@RightAnswer
public class LinksItsQueue extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            SECONDS,
            new LinkedBlockingQueue<>(places),
            Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
            (task, full) -> {
              throw new RejectedExecutionException(name + " refuses: " + full);
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
