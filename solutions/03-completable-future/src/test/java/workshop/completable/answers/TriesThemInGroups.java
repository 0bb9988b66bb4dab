package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Lanes for the one method, groups for the other. */
@WrongAnswer(value = "each group waits for its slowest member", kind = AnswerKind.ORDER)
public class TriesThemInGroups extends ManyFiles {

  @Override
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive, not " + limit);
    }
    CompletableFuture<List<Result>> all = CompletableFuture.completedFuture(List.of());
    for (int from = 0; from < files.size(); from += limit) {
      List<Path> group = files.subList(from, Math.min(from + limit, files.size()));
      all =
          all.thenCompose(before ->
              together(group, executor)
                  .thenApply(more -> Stream.concat(before.stream(), more.stream()).toList()));
    }
    return all;
  }

  private static CompletableFuture<List<Result>> together(List<Path> files, Executor executor) {
    List<CompletableFuture<Result>> reads =
        files.stream()
            .map(file -> CompletableFuture.supplyAsync(() -> tried(file), executor))
            .toList();
    return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
        .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
  }

  private static Result tried(Path file) {
    try {
      return new Result.Content(file, Files.readAllBytes(file));
    } catch (IOException e) {
      return new Result.Failure(file, e);
    }
  }
}
