package workshop.offload.answers.boundedpool;

import java.util.concurrent.ExecutorService;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link BoundedPool} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /**
   * Checks the length of an unlimited queue and then adds the task. Two callers can pass the check
   * together.
   */
  @WrongAnswer("at the same time, and both tasks were accepted")
  public static class ChecksBeforeItAdds extends BoundedPool {
    @Override
    public ExecutorService open(String name, int threads, int places) {
      return new OwnPool(name, threads) {
        @Override
        public void execute(Runnable task) {
          if (isShutdown() || getQueue().size() >= places) {
            throw refusal();
          }
          super.execute(task);
        }
      };
    }
  }
}
