package workshop.completable.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** One future per file, completed by the lanes. */
@RightAnswer
public class MakesAFuturePerFile extends ManyFiles {
  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    return inLanes(
            files,
            limit,
            executor,
            file -> {
              Result result = attempt(file);
              return result;
            })
        .thenApply(ArrayList::new);
  }
}
