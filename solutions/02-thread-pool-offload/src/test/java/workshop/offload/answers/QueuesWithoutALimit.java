package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Limits its threads and not its queue, as newFixedThreadPool does. */
@WrongAnswer("Limit the queue")
public class QueuesWithoutALimit extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return Executors.newFixedThreadPool(threads, factory(name));
  }

  static ThreadFactory factory(String name) {
    return Thread.ofPlatform().daemon(false).name(name + "-", 1).factory();
  }
}
