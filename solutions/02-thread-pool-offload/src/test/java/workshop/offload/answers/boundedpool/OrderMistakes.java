package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /**
   * Checks the length of an unlimited queue and then adds the task. Two callers can pass the check
   * together.
   */
  @WrongAnswer("two callers submitted at the same time, and both were accepted")
  public static class ChecksBeforeItAdds extends BoundedPool {

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
        public void execute(Runnable task) {
          if (isShutdown()) {
            throw new RejectedExecutionException(name + " is shut down");
          }
          if (getQueue().size() >= places) {
            throw new RejectedExecutionException(name + " is full");
          }
          super.execute(task);
        }
      };
    }
  }
}
