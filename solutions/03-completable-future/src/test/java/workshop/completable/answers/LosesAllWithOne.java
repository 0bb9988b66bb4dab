package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Reads all or nothing, and turns that into results. */
@WrongAnswer(value = "tryAll(...) failed with it", kind = AnswerKind.PROMISE)
public class LosesAllWithOne extends ManyFiles {

  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    return readAll(files, limit, executor)
        .thenApply(contents ->
            IntStream.range(0, files.size())
                .<Result>mapToObj(i -> new Result.Content(files.get(i), contents.get(i)))
                .toList());
  }
}
