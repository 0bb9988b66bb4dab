package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an exception for an empty list. */
@WrongAnswer("NoSuchElementException")
public class FailsForNoFiles extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    Path first = files.getFirst();
    List<Result> results = super.readAll(files, pool);
    if (!results.getFirst().file().equals(first)) {
      throw new IllegalStateException();
    }
    return results;
  }
}
