package workshop.offload.answers.boundedpool;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Names its first thread name-0. */
  @WrongAnswer("Count from 1 in each pool")
  public static class CountsFromZero extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setThreadFactory(Thread.ofPlatform().daemon(false).name(name + "-", 0).factory());
      return pool;
    }
  }

  /** Has one core thread and a larger maximum: more threads start only once the queue is full. */
  @WrongAnswer("Set both the core size and the maximum size")
  public static class GrowsOnlyWhenTheQueueIsFull extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setCorePoolSize(1);
      return pool;
    }
  }

  /** Has one place more than it was asked for. */
  @WrongAnswer("The limit is wrong")
  public static class HasAPlaceTooMany extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return super.open(name, threads, places + 2);
    }
  }

  /** Has no queue, and rejects tasks that should wait. */
  @WrongAnswer("as many places as the caller asked for")
  public static class HasNoQueue extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads, new SynchronousQueue<>());
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

  /** Limits submit(), but leaves execute() without a limit. */
  @WrongAnswer("but accepted one from execute()")
  public static class LimitsOnlySubmit extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads) {
        private void check() {
          if (getQueue().size() >= places) {
            throw refusal();
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

  /** Throws an IllegalStateException when it is full. */
  @WrongAnswer("rejected a task with the wrong exception")
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

  /** Counts a task before it rejects it, and never corrects the count. */
  @WrongAnswer("the pool was empty again, but it still rejected a task")
  public static class CountsWhatItRefuses extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      AtomicInteger tasks = new AtomicInteger();
      return new OwnPool(name, threads) {
        @Override
        public void execute(Runnable task) {
          if (tasks.incrementAndGet() > threads + places) {
            throw refusal();
          }
          super.execute(task);
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
          tasks.decrementAndGet();
        }
      };
    }
  }
}
