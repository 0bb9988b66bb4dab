package workshop.offload.answers.boundedpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Drops the oldest task in the queue to make room for a new one. */
  @WrongAnswer("The pool dropped the other tasks silently")
  public static class DropsTheOldest extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
      return pool;
    }
  }

  /** Silently drops a task that comes after shutdown. */
  @WrongAnswer("accepted a task without an error")
  public static class DropsAfterShutdown extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((_, full) -> {
        if (!full.isShutdown()) {
          throw OwnPool.refusal(name, full);
        }
      });
      return pool;
    }
  }

  /** Prints that it is full, but does not tell its caller. */
  @WrongAnswer("To reject a task")
  public static class PrintsThatItIsFull extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> System.out.print(""));
      return pool;
    }
  }

  /** Cancels the oldest task in the queue to make room for a new one. */
  @WrongAnswer("The pool dropped accepted tasks to make room")
  public static class CancelsTheOldest extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        if (full.getQueue().poll() instanceof Future<?> oldest) {
          oldest.cancel(false);
        }
        full.execute(task);
      });
      return pool;
    }
  }
}
