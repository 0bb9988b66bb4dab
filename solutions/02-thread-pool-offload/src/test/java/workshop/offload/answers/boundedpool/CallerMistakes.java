package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link BoundedPool} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Its threads become daemons if a daemon submits the first task. */
  @WrongAnswer("A new thread is a daemon if the thread that creates it is one")
  public static class InheritsTheDaemon extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setThreadFactory(Thread.ofPlatform().name(name + "-", 1).factory());
      return pool;
    }
  }

  /** Uses CallerRunsPolicy: the caller runs what does not fit. */
  @WrongAnswer("the caller's thread runs the task, by the CallerRunsPolicy that you gave")
  public static class LetsTheCallerRun extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
      return pool;
    }
  }

  /** Puts a task into the full queue, which blocks the caller until there is a place. */
  @WrongAnswer("Do not wait for a place at CallerMistakes")
  public static class LetsTheCallerWait extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        try {
          full.getQueue().put(task);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new RejectedExecutionException(name + " is full", e);
        }
      });
      return pool;
    }
  }

  /** Waits with a timed offer(), and then rejects the task. */
  @WrongAnswer("blocked the caller")
  public static class OffersForAWhile extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        try {
          if (!full.getQueue().offer(task, 200, MILLISECONDS)) {
            throw new RejectedExecutionException(name + " is full");
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new RejectedExecutionException(name + " is full", e);
        }
      });
      return pool;
    }
  }

  /** Runs a task at once if one of its own threads submits it. */
  @WrongAnswer("a task from one of its own threads was not rejected")
  public static class RunsItsOwnTasksInline extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setRejectedExecutionHandler((task, full) -> {
        if (full.isShutdown() || !Thread.currentThread().getName().startsWith(name)) {
          throw OwnPool.refusal(name, full);
        }
        task.run();
      });
      return pool;
    }
  }

  /** Uses virtual threads, which keep their carriers during each file operation. */
  @WrongAnswer("ran on a virtual thread")
  public static class StartsVirtualThreads extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
      pool.setThreadFactory(Thread.ofVirtual().name(name + "-", 1).factory());
      return pool;
    }
  }
}
