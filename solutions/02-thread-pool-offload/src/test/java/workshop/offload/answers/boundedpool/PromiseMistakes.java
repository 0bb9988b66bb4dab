package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Names its first thread name-0. */
  @WrongAnswer("Start counting at 1")
  public static class CountsFromZero extends BoundedPool {
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

  /** Silently drops a task that comes after shutdown. */
  @WrongAnswer("accepted a task without an error")
  public static class DropsAfterShutdown extends BoundedPool {
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
                if (!full.isShutdown()) {
                  throw new RejectedExecutionException(name + " is full");
                }
              });
      return pool;
    }
  }

  /** Drops the oldest task in the queue to make room for a new one. */
  @WrongAnswer("dropped in silence")
  public static class DropsTheOldest extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
      return pool;
    }
  }

  /** Silently drops a task that does not fit, whose future is then never done. */
  @WrongAnswer("dropped in silence")
  public static class DropsWhatDoesNotFit extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
      return pool;
    }
  }

  /** Has one core thread and a larger maximum: more threads start only once the queue is full. */
  @WrongAnswer("core size and maximum size both")
  public static class GrowsOnlyWhenTheQueueIsFull extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setCorePoolSize(1);
      return pool;
    }
  }

  /** Has one place more than it was asked for. */
  @WrongAnswer("has a limit, but the wrong one")
  public static class HasAPlaceTooMany extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return super.open(name, threads, places + 2);
    }
  }

  /** Has no queue, and refuses tasks that should wait. */
  @WrongAnswer("as many places as were asked for")
  public static class HasNoQueue extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {

      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              threads,
              threads,
              0,
              SECONDS,
              new SynchronousQueue<>(),
              Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
              (task, full) -> {
                throw new RejectedExecutionException(
                    name + (full.isShutdown() ? " is shut down" : " is full"));
              });
      return pool;
    }
  }

  /** Has a single thread, whatever number was asked for. */
  @WrongAnswer("but only 1 of the tasks can run")
  public static class HasOneThreadOnly extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return super.open(name, 1, threads + places - 1);
    }
  }

  /** Limits submit() and leaves execute() without a limit. */
  @WrongAnswer("both were accepted")
  public static class LimitsOnlySubmit extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {

      return new ThreadPoolExecutor(
          threads,
          threads,
          0,
          SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
          (task, pool) -> {
            throw new RejectedExecutionException(name + " is shut down");
          }) {
        private void check() {
          if (getQueue().size() >= places) {
            throw new RejectedExecutionException(name + " is full");
          }
        }

        @Override
        public <T> Future<T> submit(Callable<T> task) {
          check();
          return super.submit(task);
        }

        @Override
        public Future<?> submit(Runnable task) {
          check();
          return super.submit(task);
        }
      };
    }
  }

  /** Prints that it is full and does not tell its caller. */
  @WrongAnswer("To refuse a task, throw")
  public static class PrintsThatItIsFull extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> System.out.print(""));
      return pool;
    }
  }

  /** Throws an IllegalStateException when it is full. */
  @WrongAnswer("refused a task with the wrong exception")
  public static class RefusesWithAnotherException extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        throw new IllegalStateException(name + " is full");
      });
      return pool;
    }
  }

  /** Its threads are daemons, so the JVM may end while they write. */
  @WrongAnswer("the JVM does not wait for daemons")
  public static class WorksWithDaemons extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setThreadFactory(Thread.ofPlatform().daemon().name(name + "-", 1).factory());
      return pool;
    }
  }
}
