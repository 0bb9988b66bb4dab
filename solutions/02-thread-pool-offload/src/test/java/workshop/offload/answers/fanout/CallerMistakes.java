package workshop.offload.answers.fanout;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link FanOut} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Reads on a pool of its own that has one thread. */
  @WrongAnswer("not a thread of the executor that was given")
  public static class OpensAPoolOfOneThread extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      try (ExecutorService one = Executors.newSingleThreadExecutor()) {
        return super.readAll(files, one);
      }
    }
  }

  /** Reads in a parallel stream, on the common pool. */
  @WrongAnswer("the executor that was given")
  public static class ReadsInAParallelStream extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return files.parallelStream().map(OwnFanOut::read).toList();
    }
  }

  /** Waits in a task of the pool for other tasks of that pool. */
  @WrongAnswer("starves them")
  public static class WaitsInsideThePool extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      try {
        return pool.submit(() -> super.readAll(files, pool)).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
