package workshop.offload.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Reads in groups of ten, each of which waits for its slowest file. */
@WrongAnswer("each group waits for its slowest member")
public class ReadsInGroups extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < files.size(); i += 10) {
      results.addAll(super.readAll(files.subList(i, Math.min(i + 10, files.size())), pool));
    }
    return results;
  }
}
