package workshop.offload.answers;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Puts a semaphore in front of a pool of the JDK. */
@RightAnswer
public class CountsItsPermits extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon(false).name(name + "-", 1).factory());
    return new Counted(pool, new Semaphore(threads + places), name);
  }

  private static final class Counted extends AbstractExecutorService {

    private final ExecutorService pool;
    private final Semaphore room;
    private final String name;

    Counted(ExecutorService pool, Semaphore room, String name) {
      this.pool = pool;
      this.room = room;
      this.name = name;
    }

    @Override
    public void execute(Runnable task) {
      if (pool.isShutdown() || !room.tryAcquire()) {
        throw new RejectedExecutionException(
            name + (pool.isShutdown() ? " is closed" : " is full"));
      }
      pool.execute(() -> {
        try {
          task.run();
        } finally {
          room.release();
        }
      });
    }

    @Override
    public void shutdown() {
      pool.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return pool.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
      return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return pool.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return pool.awaitTermination(timeout, unit);
    }
  }
}
