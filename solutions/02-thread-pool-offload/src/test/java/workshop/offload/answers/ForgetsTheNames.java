package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Uses the default thread factory, whose threads are called pool-1-thread-1. */
@WrongAnswer("would not find the threads of this pool")
public class ForgetsTheNames extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    return new ThreadPoolExecutor(threads, threads, 0, SECONDS, new ArrayBlockingQueue<>(places));
  }
}
