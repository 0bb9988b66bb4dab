package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link BoundedPool}, each built in another way. */
final class RightAnswers {

  /** Checks and then adds, under a lock. */
  @RightAnswer
  public static class ChecksUnderALock extends BoundedPool {

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

  /** Puts a semaphore in front of a pool of the JDK. */
  @RightAnswer
  public static class CountsItsPermits extends BoundedPool {

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

  /** Lets threads without work end after a while. */
  @RightAnswer
  public static class LetsIdleThreadsEnd extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {

      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              threads,
              threads,
              60,
              SECONDS,
              new ArrayBlockingQueue<>(places),
              Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
              (task, full) -> {
                throw new RejectedExecutionException(
                    name + (full.isShutdown() ? " is shut down" : " is full"));
              });
      pool.allowCoreThreadTimeOut(true);
      return pool;
    }
  }

  /** Uses a linked queue with a limit, and threads that end when they are idle. */
  @RightAnswer
  public static class LinksItsQueue extends BoundedPool {

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

  /** Starts all threads before the first task. */
  @RightAnswer
  public static class StartsItsThreadsAtOnce extends BoundedPool {
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
                throw new RejectedExecutionException(
                    name + (full.isShutdown() ? " is shut down" : " is full"));
              });
      pool.prestartAllCoreThreads();
      return pool;
    }
  }
}
