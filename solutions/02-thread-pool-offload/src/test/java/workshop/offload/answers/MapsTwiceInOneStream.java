package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Submits and waits in two maps of one stream, which is lazy. */
@WrongAnswer("one after another")
public class MapsTwiceInOneStream extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return IntStream.range(0, files.size())
        .mapToObj(i -> Map.entry(i, pool.submit(() -> Files.readString(files.get(i)))))
        .map(reading -> claim(files.get(reading.getKey()), reading.getValue()))
        .toList();
  }

  static Result claim(Path file, Future<String> reading) {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, e.getCause());
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }
}
