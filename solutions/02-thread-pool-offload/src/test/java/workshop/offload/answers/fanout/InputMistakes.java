package workshop.offload.answers.fanout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Treats an IOException as a failed file, but lets any other exception end the call. */
  @WrongAnswer("the texts of the other files are lost")
  public static class ExpectsIoExceptionsOnly extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        Result failed(Path file, Throwable why) {
          if (why instanceof IOException) {
            return super.failed(file, why);
          }
          throw new IllegalStateException(why);
        }
      }.all();
    }
  }

  /** Throws an exception for an empty list. */
  @WrongAnswer("NoSuchElementException")
  public static class FailsForNoFiles extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      files.getFirst();
      return super.readAll(files, pool);
    }
  }

  /** Reads lines and joins them, so the line endings change. */
  @WrongAnswer("changed the line endings")
  public static class JoinsTheLines extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return new OwnFanOut(files, pool) {
        @Override
        String text(Path file) throws IOException {
          return String.join("\n", Files.readAllLines(file));
        }
      }.all();
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
