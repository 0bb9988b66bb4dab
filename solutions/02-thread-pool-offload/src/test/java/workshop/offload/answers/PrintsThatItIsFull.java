package workshop.offload.answers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Prints that it is full and does not tell its caller. */
@WrongAnswer("Refused means: throw")
public class PrintsThatItIsFull extends BoundedPool {

  @Override
  public ExecutorService open(String name, int threads, int places) {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) super.open(name, threads, places);
    pool.setRejectedExecutionHandler((task, full) -> System.out.print(""));
    return pool;
  }
}
