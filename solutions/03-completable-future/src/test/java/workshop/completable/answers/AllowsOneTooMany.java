package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Off by one. */
@WrongAnswer(value = "the limit is 3", kind = AnswerKind.RESOURCE)
public class AllowsOneTooMany extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files, limit + 1, executor);
  }
}
