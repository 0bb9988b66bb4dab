package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Has one place more than it was asked for. */
@WrongAnswer("There is a limit, but not")
public class HasAPlaceTooMany extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return super.open(name, threads, places + 2);
  }
}
