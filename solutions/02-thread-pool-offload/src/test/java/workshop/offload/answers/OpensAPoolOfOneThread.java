package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on a pool of its own that has one thread. */
@WrongAnswer("not the executor that was given")
public class OpensAPoolOfOneThread extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      return super.readAll(files, one);
    }
  }
}
