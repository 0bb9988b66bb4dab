package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Closes the pool that it was given. */
  @WrongAnswer("readAll() shut down the pool")
  public static class ClosesWhatItWasGiven extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      try (pool) {
        return super.readAll(files, pool);
      }
    }
  }

  /** Takes an interrupt for a failed file, and goes on with the next. */
  @WrongAnswer("got no InterruptedException")
  public static class TakesAnInterruptForAFailedRead extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Future<String>> readings = new ArrayList<>();
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        try {
          results.add(new Read(files.get(i), readings.get(i).get()));
        } catch (ExecutionException e) {
          results.add(new Failed(files.get(i), e.getCause()));
        } catch (InterruptedException e) {
          results.add(new Failed(files.get(i), e));
        }
      }
      return results;
    }
  }
}
