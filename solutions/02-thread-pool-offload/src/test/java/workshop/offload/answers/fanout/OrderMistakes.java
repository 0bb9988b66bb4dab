package workshop.offload.answers.fanout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Splits the list, and waits for the first half before it begins the second. */
  @WrongAnswer("the operations ran one after another")
  public static class HalvesTheWork extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      if (files.size() < 2) {
        return super.readAll(files, pool);
      }
      int half = files.size() / 2;
      List<Result> results = new ArrayList<>(readAll(files.subList(0, half), pool));
      results.addAll(readAll(files.subList(half, files.size()), pool));
      return results;
    }
  }

  /** Submits and waits in two maps of one stream, which is lazy. */
  @WrongAnswer("one after another")
  public static class MapsTwiceInOneStream extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return IntStream.range(0, files.size())
          .mapToObj(i -> Map.entry(i, pool.submit(() -> Files.readString(files.get(i)))))
          .map(reading -> OwnFanOut.claim(files.get(reading.getKey()), reading.getValue()))
          .toList();
    }
  }

  /** Reads all files in a single task. */
  @WrongAnswer("one after another")
  public static class ReadsAllInOneTask extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      try {
        return pool.submit(() -> files.stream().map(OwnFanOut::read).toList()).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Reads in groups of ten, each of which waits for its slowest file. */
  @WrongAnswer("in groups that wait for their slowest file")
  public static class ReadsInGroups extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < files.size(); i += 10) {
        results.addAll(super.readAll(files.subList(i, Math.min(i + 10, files.size())), pool));
      }
      return results;
    }
  }

  /** Reads two files at a time, however many threads the pool has. */
  @WrongAnswer("only 2 reads reached the disk at the same time")
  public static class ReadsInPairs extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < files.size(); i += 2) {
        results.addAll(super.readAll(files.subList(i, Math.min(i + 2, files.size())), pool));
      }
      return results;
    }
  }

  /** Returns the results in the order in which the reads end. */
  @WrongAnswer("not in the order of completion")
  public static class ReturnsInOrderOfCompletion extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      ExecutorCompletionService<Result> readings = new ExecutorCompletionService<>(pool);
      files.forEach(file -> readings.submit(() -> OwnFanOut.read(file)));
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        results.add(readings.take().resultNow());
      }
      return results;
    }
  }

  /** Returns the results in alphabetical order. */
  @WrongAnswer("returned the results sorted by file")
  public static class SortsByName extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {

      return super.readAll(files.stream().sorted().toList(), pool);
    }
  }

  /** Submits and waits in one map of a stream, file by file. */
  @WrongAnswer("one after another")
  public static class SubmitsAndWaitsInOneStream extends FanOut {
    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      return files.stream()
          .map(file -> OwnFanOut.claim(file, pool.submit(() -> Files.readString(file))))
          .toList();
    }
  }
}
