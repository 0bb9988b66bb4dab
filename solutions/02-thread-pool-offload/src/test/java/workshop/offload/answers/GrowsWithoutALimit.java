package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Starts a thread for each task, without a limit. */
@WrongAnswer("accepted one more")
public class GrowsWithoutALimit extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return Executors.newCachedThreadPool(
        Thread.ofPlatform().daemon(false).name(name + "-", 1).factory());
  }
}
