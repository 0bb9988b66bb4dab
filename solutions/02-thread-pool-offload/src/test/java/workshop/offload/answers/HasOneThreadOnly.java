package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Has a single thread, whatever number was asked for. */
@WrongAnswer("runs one after another")
public class HasOneThreadOnly extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {
    return super.open(name, 1, threads + places - 1);
  }
}
