package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Has results only for the files that could be read. */
@WrongAnswer(value = "Turn a failure into a result", kind = AnswerKind.PARTIAL_RESULT)
public class LeavesTheFailedOnesOut extends ManyFiles {

  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    return super.tryAll(files, limit, executor)
        .thenApply(results -> results.stream().filter(Result.Content.class::isInstance).toList());
  }
}
