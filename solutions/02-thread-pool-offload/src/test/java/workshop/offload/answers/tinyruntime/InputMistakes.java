package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Semaphore;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Has a queue with room for a thousand tasks. */
  @WrongAnswer("pieces of work, execute() or offload() threw")
  public static class LimitsItsQueue extends TinyRuntime {

    private final Semaphore places = new Semaphore(1_000);

    @Override
    public void execute(Runnable task) {
      if (!places.tryAcquire()) {
        throw new IllegalStateException("Queue full");
      }
      super.execute(() -> {
        places.release();
        task.run();
      });
    }
  }
}
