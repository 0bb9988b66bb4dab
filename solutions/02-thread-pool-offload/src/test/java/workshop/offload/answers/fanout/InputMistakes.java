package workshop.offload.answers.fanout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Takes an IOException for a failed file, and lets any other exception end the call. */
  @WrongAnswer("the texts of the others are lost")
  public static class ExpectsIoExceptionsOnly extends FanOut {
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
        if (e.getCause() instanceof IOException) {
          return new Failed(file, e.getCause());
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Throws an exception for an empty list. */
  @WrongAnswer("NoSuchElementException")
  public static class FailsForNoFiles extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      Path first = files.getFirst();
      List<Result> results = super.readAll(files, pool);
      if (!results.getFirst().file().equals(first)) {
        throw new IllegalStateException();
      }
      return results;
    }
  }

  /** Reads lines and joins them, so the line ends change. */
  @WrongAnswer("changed the line ends")
  public static class JoinsTheLines extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      List<Future<String>> readings = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      try {
        for (Path file : files) {
          readings.add(pool.submit(() -> String.join("\n", Files.readAllLines(file))));
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
        return new Failed(file, e.getCause());
      }
    }
  }

  /** Reads a duplicate once, and returns one result for it. */
  @WrongAnswer("results for")
  public static class ReadsEachFileOnce extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      return super.readAll(new ArrayList<>(new LinkedHashSet<>(files)), pool);
    }
  }

  /** Replaces bytes that are not UTF-8, where Files.readString throws. */
  @WrongAnswer("A file has a byte that is not UTF-8")
  public static class ReplacesMalformedBytes extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = new ArrayList<>();
      for (Result result : super.readAll(files, pool)) {
        results.add(
            result instanceof Failed(Path file, CharacterCodingException why)
                ? new Read(file, "\uFFFD " + why)
                : result);
      }
      return results;
    }
  }
}
