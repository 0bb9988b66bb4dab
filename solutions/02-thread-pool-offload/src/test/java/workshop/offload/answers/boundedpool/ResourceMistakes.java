package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool}: they leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Starts a thread for each task, without a limit. */
  @WrongAnswer("and rejected none")
  public static class GrowsWithoutALimit extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon(false).name(name + "-", 1).factory());
    }
  }

  /** Does not release the permit of a task that throws. */
  @WrongAnswer("an empty pool rejected a task")
  public static class LosesAPermitOfAFailedTask extends BoundedPool {
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

  /** Its threads end with an Error, and it does not replace them. */
  @WrongAnswer("until none was left")
  public static class LosesAThreadPerError extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {

      BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(threads + places);
      AtomicBoolean shut = new AtomicBoolean();
      List<Thread> workers = new ArrayList<>();
      ThreadFactory factory = Thread.ofPlatform().daemon(false).name(name + "-", 1).factory();
      AtomicInteger busy = new AtomicInteger();
      for (int i = 0; i < threads; i++) {
        Thread worker =
            factory.newThread(() -> {
              try {
                while (true) {
                  Runnable task = queue.take();
                  try {
                    task.run();
                  } catch (Exception e) {
                    Thread.currentThread()
                        .getUncaughtExceptionHandler()
                        .uncaughtException(Thread.currentThread(), e);
                  } finally {
                    busy.decrementAndGet();
                  }
                }
              } catch (InterruptedException e) {
                // shut down
              }
            });
        worker.start();
        workers.add(worker);
      }
      return new AbstractExecutorService() {
        @Override
        public void execute(Runnable task) {
          if (shut.get() || busy.incrementAndGet() > threads + places) {
            busy.decrementAndGet();
            throw new RejectedExecutionException(
                name + (shut.get() ? " is shut down" : " is full"));
          }
          queue.add(task);
        }

        @Override
        public void shutdown() {
          shut.set(true);
          Thread.startVirtualThread(() -> {
            while (busy.get() > 0 && workers.stream().anyMatch(Thread::isAlive)) {
              LockSupport.parkNanos(1_000_000);
            }
            workers.forEach(Thread::interrupt);
          });
        }

        @Override
        public List<Runnable> shutdownNow() {
          shut.set(true);
          List<Runnable> rest = new ArrayList<>();
          queue.drainTo(rest);
          workers.forEach(Thread::interrupt);
          return rest;
        }

        @Override
        public boolean isShutdown() {
          return shut.get();
        }

        @Override
        public boolean isTerminated() {
          return shut.get() && workers.stream().noneMatch(Thread::isAlive);
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
          for (Thread worker : workers) {
            if (!worker.join(Duration.ofNanos(unit.toNanos(time)))) {
              return false;
            }
          }
          return true;
        }
      };
    }
  }

  /** Uses one static queue for all pools. */
  @WrongAnswer("The two pools share a queue or a counter")
  public static class SharesOneQueue extends BoundedPool {
    private static final Map<Integer, BlockingQueue<Runnable>> QUEUES = new ConcurrentHashMap<>();

    @Override
    public ExecutorService open(String name, int threads, int places) {

      ThreadPoolExecutor pool =
          new ThreadPoolExecutor(
              threads,
              threads,
              0,
              SECONDS,
              QUEUES.computeIfAbsent(places, ArrayBlockingQueue::new),
              Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
              (task, full) -> {
                throw new RejectedExecutionException(
                    name + (full.isShutdown() ? " is shut down" : " is full"));
              });
      return pool;
    }
  }

  /** Starts a thread for each place in the queue as well. */
  @WrongAnswer("The limit is 3 threads, and 5 are alive")
  public static class StartsThreadsForItsPlaces extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new ThreadPoolExecutor(
          threads + places,
          threads + places,
          0,
          SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon(false).name(name + "-", 1).factory(),
          (task, pool) -> {
            throw new RejectedExecutionException(name + " is full");
          });
    }
  }

  /** Limits its threads and not its queue, as newFixedThreadPool does. */
  @WrongAnswer("and rejected none")
  public static class QueuesWithoutALimit extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return Executors.newFixedThreadPool(threads, factory(name));
    }

    static ThreadFactory factory(String name) {
      return Thread.ofPlatform().daemon(false).name(name + "-", 1).factory();
    }
  }
}
