package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** All at once, as many as the executor has threads. */
@WrongAnswer(
    value = "An executor with many threads does not know your limit",
    kind = AnswerKind.RESOURCE)
public class IgnoresTheLimit extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files, Math.max(limit, files.size()), executor);
  }
}
