package workshop.offload.answers.boundedpool;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link BoundedPool} that cannot handle a certain input. */
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

  /** Keeps the number of places in a static field, where the next pool changes it. */
  @WrongAnswer("the first pool has more places as well")
  public static class SharesItsLimit extends BoundedPool {
    private static volatile int limit;

    @Override
    public ExecutorService open(String name, int threads, int places) {
      limit = places;
      BlockingQueue<Runnable> queue =
          new LinkedBlockingQueue<>() {
            @Override
            public synchronized boolean offer(Runnable task) {
              return size() < limit && super.offer(task);
            }
          };
      return new OwnPool(name, threads, queue);
    }
  }
}
