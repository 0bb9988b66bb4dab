package workshop.offload.answers.boundedpool;

import java.util.concurrent.ExecutorService;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Has three threads and two places, whatever it is asked for. */
  @WrongAnswer("A pool was opened with 1 thread")
  public static class HasFixedLimits extends BoundedPool {

    @Override
    public ExecutorService open(String name, int threads, int places) {
      return super.open(name, 3, 2);
    }
  }
}
