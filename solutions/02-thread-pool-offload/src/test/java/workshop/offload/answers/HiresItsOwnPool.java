package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** A pool of its own for each call, unlimited and never closed; the one that was given is idle. */
@WrongAnswer("still alive after the test")
public class HiresItsOwnPool extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return super.readAll(files, Executors.newCachedThreadPool());
  }
}
