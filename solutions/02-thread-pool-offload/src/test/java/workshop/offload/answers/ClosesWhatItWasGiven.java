package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the pool that it was given. */
@WrongAnswer("the pool that was given is shut down")
public class ClosesWhatItWasGiven extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    try (pool) {
      return super.readAll(files, pool);
    }
  }
}
