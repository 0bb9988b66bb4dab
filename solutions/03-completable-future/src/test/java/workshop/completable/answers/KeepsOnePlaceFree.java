package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** One lane less than allowed. */
@WrongAnswer(value = "at once", kind = AnswerKind.RESOURCE)
public class KeepsOnePlaceFree extends ManyFiles {
  @Override
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> files, int limit, Executor executor, Reading<T> reading) {
    return super.inLanes(files, limit > 1 ? limit - 1 : limit, executor, reading);
  }
}
