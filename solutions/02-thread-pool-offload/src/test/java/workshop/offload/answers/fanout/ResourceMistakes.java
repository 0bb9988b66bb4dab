package workshop.offload.answers.fanout;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Does not cancel the remaining reads when it is interrupted. */
  @WrongAnswer("results that no caller wants")
  public static class LeavesTheRestReading extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        void cancelTheRest() {}
      }.all();
    }
  }

  /** Does not cancel the accepted reads when the pool rejects one. */
  @WrongAnswer("readAll() threw the RejectedExecutionException")
  public static class LeavesTheRestWhenRefused extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        List<Result> all() throws InterruptedException {
          submitAll();
          try {
            return results();
          } finally {
            cancelTheRest();
          }
        }
      }.all();
    }
  }

  /** Opens an unlimited pool in each call and never closes it. */
  @WrongAnswer("still alive after the test")
  public static class OpensItsOwnPool extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return super.readAll(files, Executors.newCachedThreadPool());
    }
  }

  /** Asks each future again and again whether it is done. */
  @WrongAnswer("kept a processor busy")
  public static class PollsItsFutures extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        String await(Future<String> reading) throws InterruptedException, ExecutionException {
          while (!reading.isDone()) {
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
          }
          return reading.get();
        }
      }.all();
    }
  }

  /** Shuts the pool down when a read fails. */
  @WrongAnswer("shut down the pool that it was given")
  public static class ShutsDownAfterAFailure extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = super.readAll(files, pool);
      if (results.stream().anyMatch(Failed.class::isInstance)) {
        pool.shutdown();
      }
      return results;
    }
  }
}
