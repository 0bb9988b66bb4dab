package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Uses the default thread factory, whose threads are called pool-1-thread-1. */
  @WrongAnswer("could not find the threads of this pool")
  public static class ForgetsTheNames extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new ThreadPoolExecutor(threads, threads, 0, SECONDS, new ArrayBlockingQueue<>(places));
    }
  }

  /** Gives all its threads the same name. */
  @WrongAnswer("have the same name: [storeroom-1")
  public static class GivesAllOneName extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setThreadFactory(Thread.ofPlatform().daemon(false).name(name + "-1").factory());
      return pool;
    }
  }

  /** Rejects with its name, but without a reason. */
  @WrongAnswer("gave no reason: storeroom")
  public static class RefusesWithoutAReason extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        throw new RejectedExecutionException(name);
      });
      return pool;
    }
  }

  /** Uses AbortPolicy, whose message does not contain the pool's name. */
  @WrongAnswer("did not name the pool")
  public static class RefusesWithoutItsName extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.AbortPolicy());
      return pool;
    }
  }

  /** Gives the same reason when it is full and when it is shut down. */
  @WrongAnswer("The exception has the same message when the pool is full and when it is shut down")
  public static class SaysFullAfterShutdown extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        throw new RejectedExecutionException(name + " is full");
      });
      return pool;
    }
  }

  /** Reports a pool that has ended as full. */
  @WrongAnswer("has the same message when the pool is full")
  public static class ForgetsThatItHasEnded extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((_, full) -> {
        throw new RejectedExecutionException(
            name + (full.isTerminating() ? " is shut down" : " is full"));
      });
      return pool;
    }
  }

  /** Keeps its name in a field, where the next pool replaces it. */
  @WrongAnswer("no longer contains its name: attic")
  public static class SharesItsName extends BoundedPool {
    private volatile String last;

    @Override
    public ExecutorService open(String name, int threads, int places) {
      last = name;
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((_, full) -> {
        throw OwnPool.refusal(last, full);
      });
      return pool;
    }
  }
}
