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

/** Wrong answers to {@link FanOut} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Puts the ExecutionException into the result instead of its cause. */
  @WrongAnswer("the cause of the ExecutionException")
  public static class KeepsTheWrapper extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return super.readAll(files, pool).stream()
          .map(result ->
              result instanceof Failed failed
                  ? new Failed(failed.file(), new ExecutionException(failed.why()))
                  : result)
          .toList();
    }
  }

  /** Reports the cause of the cause. */
  @WrongAnswer("IllegalStateException: reset")
  public static class UnwrapsTooFar extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      List<Future<String>> readings = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      try {
        for (Path file : files) {
          readings.add(pool.submit(() -> Files.readString(file)));
        }
        for (int i = 0; i < readings.size(); i++) {
          results.add(result(files.get(i), readings.get(i)));
        }
        return results;
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
    }

    private static Result result(Path file, Future<String> reading) throws InterruptedException {
      try {
        return new Read(file, reading.get());
      } catch (ExecutionException e) {
        Throwable why = e.getCause();
        while (why.getCause() != null) {
          why = why.getCause();
        }
        return new Failed(file, why);
      }
    }
  }
}
