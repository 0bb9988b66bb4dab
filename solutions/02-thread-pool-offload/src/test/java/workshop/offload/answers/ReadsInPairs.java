package workshop.offload.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads two files at a time, however many threads the pool has. */
@WrongAnswer("this ran one after another")
public class ReadsInPairs extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < files.size(); i += 2) {
      results.addAll(super.readAll(files.subList(i, Math.min(i + 2, files.size())), pool));
    }
    return results;
  }
}
