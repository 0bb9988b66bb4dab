package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Opens an unlimited pool in each call and never closes it. */
@WrongAnswer("left when all is done")
public class OpensItsOwnPool extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return super.readAll(files, Executors.newCachedThreadPool());
  }
}
