package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link BoundedPool}, each built in a different way. */
final class RightAnswers {

  /** Checks and then adds, under a lock. */
  @RightAnswer
  public static class ChecksUnderALock extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads) {
        @Override
        public synchronized void execute(Runnable task) {
          if (isShutdown() || getQueue().size() >= places) {
            throw refusal();
          }
          super.execute(task);
        }
      };
    }
  }

  /** Puts a semaphore in front of a pool with an unlimited queue. */
  @RightAnswer
  public static class CountsItsPermits extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      Semaphore permits = new Semaphore(threads + places);
      return new OwnPool(name, threads) {
        @Override
        public void execute(Runnable task) {
          if (isShutdown() || !permits.tryAcquire()) {
            throw refusal();
          }
          super.execute(() -> {
            try {
              task.run();
            } finally {
              permits.release();
            }
          });
        }
      };
    }
  }

  /** Lets idle threads end. */
  @RightAnswer
  public static class LetsIdleThreadsEnd extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setKeepAliveTime(60, SECONDS);
      pool.allowCoreThreadTimeOut(true);
      return pool;
    }
  }

  /** Uses a linked queue with a limit. */
  @RightAnswer
  public static class LinksItsQueue extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads, new LinkedBlockingQueue<>(places));
    }
  }

  /** Starts all threads before the first task. */
  @RightAnswer
  public static class StartsItsThreadsAtOnce extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.prestartAllCoreThreads();
      return pool;
    }
  }
}
