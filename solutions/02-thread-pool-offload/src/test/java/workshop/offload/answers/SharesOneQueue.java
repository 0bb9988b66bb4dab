package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Uses one static queue for all pools. */
@WrongAnswer("The two share a queue")
public class SharesOneQueue extends BoundedPool {
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
