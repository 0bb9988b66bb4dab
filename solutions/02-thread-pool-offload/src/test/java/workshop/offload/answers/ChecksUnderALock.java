package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Checks and then adds, under a lock. */
@RightAnswer
public class ChecksUnderALock extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory()) {
      @Override
      public synchronized void execute(Runnable task) {
        if (isShutdown() || getQueue().size() >= places) {
          throw new RejectedExecutionException(name + (isShutdown() ? " is shut" : " is full"));
        }
        super.execute(task);
      }
    };
  }
}
