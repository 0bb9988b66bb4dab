package workshop.completable.answers.manyfiles;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Has results only for the files that could be read. */
  @WrongAnswer("Turn a failure into a result")
  public static class LeavesOutFailures extends ManyFiles {

    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return super.tryAll(files, limit, executor)
          .thenApply(results -> results.stream().filter(Result.Content.class::isInstance).toList());
    }
  }
}
