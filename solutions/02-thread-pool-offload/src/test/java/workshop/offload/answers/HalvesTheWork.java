package workshop.offload.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Splits the list, and waits for the first half before it begins the second. */
@WrongAnswer("this ran one after another")
public class HalvesTheWork extends FanOut {
  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    if (files.size() < 2) {
      return super.readAll(files, pool);
    }
    int half = files.size() / 2;
    List<Result> results = new ArrayList<>(readAll(files.subList(0, half), pool));
    results.addAll(readAll(files.subList(half, files.size()), pool));
    return results;
  }
}
