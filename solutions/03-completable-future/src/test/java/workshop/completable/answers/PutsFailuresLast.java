package workshop.completable.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** First what could be read, then what could not. */
@WrongAnswer(value = "order", kind = AnswerKind.ORDER)
public class PutsFailuresLast extends ManyFiles {
  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    return super.tryAll(files, limit, executor)
        .thenApply(all -> {
          List<Result> sorted = new ArrayList<>(all);
          sorted.sort(java.util.Comparator.comparing(r -> r instanceof Result.Failure));
          return sorted;
        });
  }
}
