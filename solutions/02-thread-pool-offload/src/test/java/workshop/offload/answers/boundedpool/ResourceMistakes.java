package workshop.offload.answers.boundedpool;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Starts a thread for each task, without a limit. */
  @WrongAnswer("and rejected none")
  public static class GrowsWithoutALimit extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return Executors.newCachedThreadPool(OwnPool.threads(name));
    }
  }

  /** Does not release the permit of a task that throws. */
  @WrongAnswer("the empty pool rejected a task")
  public static class LosesAPermitOfAFailedTask extends BoundedPool {
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
            task.run();
            permits.release();
          });
        }
      };
    }
  }

  /** Does not replace a thread that has ended because its task threw. */
  @WrongAnswer("until none was left")
  public static class LosesAThreadPerError extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadFactory factory = OwnPool.threads(name);
      AtomicInteger left = new AtomicInteger(threads);
      ThreadPoolExecutor pool =
          new OwnPool(name, threads, new ArrayBlockingQueue<>(places)) {
            @Override
            public void shutdown() {
              if (getPoolSize() == 0) {
                getQueue().clear(); // no thread is left that could do it
              }
              super.shutdown();
            }
          };
      pool.setThreadFactory(task -> left.getAndDecrement() > 0 ? factory.newThread(task) : null);
      return pool;
    }
  }

  /** Uses one static queue for all pools. */
  @WrongAnswer("The two pools share a queue or a counter")
  public static class SharesOneQueue extends BoundedPool {
    private static final Map<Integer, BlockingQueue<Runnable>> QUEUES = new ConcurrentHashMap<>();

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads, QUEUES.computeIfAbsent(places, ArrayBlockingQueue::new));
    }
  }

  /** Starts a thread for each place in the queue as well. */
  @WrongAnswer("The limit is 3 threads, but 5 are alive")
  public static class StartsThreadsForItsPlaces extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads + places, new SynchronousQueue<>());
    }
  }

  /** Limits its threads but not its queue, as newFixedThreadPool does. */
  @WrongAnswer("and rejected none")
  public static class QueuesWithoutALimit extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return Executors.newFixedThreadPool(threads, OwnPool.threads(name));
    }
  }

  /** Returns a pool that is still open again if the name is the same. */
  @WrongAnswer("Create a new pool in each call of open(), even if the name is the same")
  public static class ReturnsAnOpenPoolAgain extends BoundedPool {
    private final Map<String, ExecutorService> pools = new ConcurrentHashMap<>();

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return pools.compute(
          name,
          (_, old) -> old == null || old.isShutdown() ? super.open(name, threads, places) : old);
    }
  }
}
