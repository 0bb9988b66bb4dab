package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Looks and adds, too, but lets in one caller at a time. */
@RightAnswer
public class LocksItsDoor extends BoundedPool {

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
