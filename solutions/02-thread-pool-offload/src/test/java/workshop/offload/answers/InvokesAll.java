package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.RightAnswer;

/** Uses invokeAll, which hands over all, waits for all, and cancels when interrupted. */
@RightAnswer
public class InvokesAll extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Callable<String>> tasks = new ArrayList<>();
    for (Path file : files) {
      tasks.add(() -> Files.readString(file));
    }
    List<Result> results = new ArrayList<>();
    for (Future<String> ended : pool.invokeAll(tasks)) {
      Path file = files.get(results.size());
      results.add(
          ended.state() == Future.State.SUCCESS
              ? new Read(file, ended.resultNow())
              : new Failed(file, ended.exceptionNow()));
    }
    return results;
  }
}
