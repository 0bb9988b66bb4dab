package workshop.offload.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads a duplicate once, and returns one result for it. */
@WrongAnswer("Each file gets exactly one result")
public class ReadsEachFileOnce extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {

    return super.readAll(new ArrayList<>(new LinkedHashSet<>(files)), pool);
  }
}
