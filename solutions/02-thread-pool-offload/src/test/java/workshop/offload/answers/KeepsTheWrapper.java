package workshop.offload.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import workshop.offload.FanOut;
import workshop.testkit.exercise.WrongAnswer;

/** Puts the ExecutionException into the result instead of its cause. */
@WrongAnswer("the cause of the ExecutionException")
public class KeepsTheWrapper extends FanOut {

  @Override
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    return super.readAll(files, pool).stream()
        .map(result ->
            result instanceof Failed failed
                ? new Failed(failed.file(), new ExecutionException(failed.why()))
                : result)
        .toList();
  }
}
