package workshop.completable.answers.manyfiles;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ManyFiles} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Reports the wrapper as the reason of a failure. */
  @WrongAnswer("b.txt: CompletionException")
  public static class ReportsTheWrapper extends ManyFiles {

    @Override
    public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
      return super.tryAll(files, limit, executor)
          .thenApply(results -> results.stream().map(ReportsTheWrapper::wrapped).toList());
    }

    private static Result wrapped(Result result) {
      return result instanceof Result.Failure(Path file, Throwable reason)
          ? new Result.Failure(file, new CompletionException(reason))
          : result;
    }
  }
}
