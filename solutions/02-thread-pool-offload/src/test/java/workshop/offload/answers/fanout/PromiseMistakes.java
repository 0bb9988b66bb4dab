package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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

  /** Treats an interrupt as a failed file, and goes on with the next file. */
  @WrongAnswer("do not turn it into a result")
  public static class TakesAnInterruptForAFailedRead extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        Result result(Path file, Future<String> reading) {
          try {
            return super.result(file, reading);
          } catch (InterruptedException e) {
            return failed(file, e);
          }
        }
      }.all();
    }
  }

  /** Turns a rejection into a failed result. */
  @WrongAnswer("The pool rejected a read, but readAll() returned normally")
  public static class TakesARefusalForAFailedRead extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = new ArrayList<>();
      try {
        return super.readAll(files, pool);
      } catch (RejectedExecutionException e) {
        files.forEach(file -> results.add(new Failed(file, e)));
        return results;
      }
    }
  }

  /** When interrupted, cancels only the reads after the one that it waits for. */
  @WrongAnswer("were queued, but order-1.txt was opened")
  public static class CancelsTheOthersOnly extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      if (files.size() < 2) {
        return super.readAll(files, pool);
      }
      Path first = files.getFirst();
      Future<String> reading = pool.submit(() -> Files.readString(first));
      List<Result> others = super.readAll(files.subList(1, files.size()), pool);
      List<Result> results = new ArrayList<>(List.of(OwnFanOut.claim(first, reading)));
      results.addAll(others);
      return results;
    }
  }

  /** Counts down after a result or an exception, but not after an Error. */
  @WrongAnswer("One of the reads failed, and readAll() never returns")
  public static class CountsExceptionsOnly extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      Result[] results = new Result[files.size()];
      CountDownLatch open = new CountDownLatch(results.length);
      List<Future<?>> readings = new ArrayList<>();
      try {
        for (int i = 0; i < results.length; i++) {
          int place = i;
          readings.add(
              pool.submit(() -> {
                try {
                  results[place] = new Read(files.get(place), Files.readString(files.get(place)));
                } catch (Exception e) {
                  results[place] = new Failed(files.get(place), e);
                }
                open.countDown();
              }));
        }
        open.await();
        return List.of(results);
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
    }
  }
}
