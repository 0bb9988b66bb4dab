package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.WrongAnswer;

/** An executor that refuses throws at the caller. */
@WrongAnswer("at its caller")
public class ThrowsTheRefusal extends ManyFiles {
  @Override
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> files, int limit, Executor executor, Reading<T> reading) {
    executor.execute(() -> {});
    return super.inLanes(files, limit, executor, reading);
  }
}
