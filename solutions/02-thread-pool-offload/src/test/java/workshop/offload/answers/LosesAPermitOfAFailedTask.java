package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Does not release the permit of a task that throws. */
@WrongAnswer("is full")
public class LosesAPermitOfAFailedTask extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    Semaphore permits = new Semaphore(threads + places);
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory()) {
      @Override
      public void execute(Runnable task) {
        if (isShutdown() || !permits.tryAcquire()) {
          throw new RejectedExecutionException(
              name + (isShutdown() ? " is shut down" : " is full"));
        }
        super.execute(() -> {
          task.run();
          permits.release();
        });
      }
    };
  }
}
