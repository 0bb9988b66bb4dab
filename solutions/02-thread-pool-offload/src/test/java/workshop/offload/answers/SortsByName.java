package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Returns the results in alphabetical order. */
@WrongAnswer("The results come in the order of the files")
public class SortsByName extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    return super.readAll(files.stream().sorted().toList(), pool);
  }
}
