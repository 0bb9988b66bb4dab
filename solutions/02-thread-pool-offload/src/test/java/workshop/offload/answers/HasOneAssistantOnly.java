package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** As many places as were asked for, and a single thread. */
@WrongAnswer("runs one after another")
public class HasOneAssistantOnly extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {
    return super.open(name, 1, threads + places - 1);
  }
}
