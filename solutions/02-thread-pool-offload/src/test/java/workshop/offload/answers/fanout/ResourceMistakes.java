package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut}: they leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Does not cancel the remaining readings when it is interrupted. */
  @WrongAnswer("results that no caller wants")
  public static class LeavesTheRestReading extends FanOut {

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
        }
      }
      return results;
    }
  }

  /** Does not cancel the accepted readings when the pool refuses one. */
  @WrongAnswer("readAll() threw the rejection")
  public static class LeavesTheRestWhenRefused extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      List<Future<String>> readings = new ArrayList<>();
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      List<Result> results = new ArrayList<>();
      try {
        for (int i = 0; i < readings.size(); i++) {
          try {
            results.add(new Read(files.get(i), readings.get(i).get()));
          } catch (ExecutionException e) {
            results.add(new Failed(files.get(i), e.getCause()));
          }
        }
      } finally {
        readings.forEach(reading -> reading.cancel(true));
      }
      return results;
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
      List<Future<String>> readings = new ArrayList<>();
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      while (!readings.stream().allMatch(Future::isDone)) {
        if (Thread.interrupted()) {
          readings.forEach(reading -> reading.cancel(true));
          throw new InterruptedException();
        }
      }
      List<Result> results = new ArrayList<>();
      for (Future<String> reading : readings) {
        Path file = files.get(results.size());
        results.add(
            reading.state() == Future.State.SUCCESS
                ? new Read(file, reading.resultNow())
                : new Failed(file, reading.exceptionNow()));
      }
      return results;
    }
  }

  /** Shuts the pool down when a reading fails. */
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
