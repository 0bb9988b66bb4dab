package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the first failure, and the texts of the other files are lost. */
@WrongAnswer("the texts of the others are lost")
public class LosesTheOthers extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Result> results = super.readAll(files, pool);
    for (Result result : results) {
      if (result instanceof Failed failed) {
        throw new IllegalStateException("cannot read " + failed.file(), failed.why());
      }
    }
    return results;
  }
}
