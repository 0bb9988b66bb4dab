package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Begins the next group when all of the one before are done. */
@WrongAnswer(value = "each group waits for its slowest member", kind = AnswerKind.ORDER)
public class TakesThemInGroups extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive: " + limit);
    }
    CompletableFuture<List<byte[]>> all = CompletableFuture.completedFuture(List.of());
    for (int from = 0; from < files.size(); from += limit) {
      List<Path> group = files.subList(from, Math.min(from + limit, files.size()));
      all =
          all.thenCompose(before ->
              together(group, executor)
                  .thenApply(more -> Stream.concat(before.stream(), more.stream()).toList()));
    }
    return all;
  }

  private static CompletableFuture<List<byte[]>> together(List<Path> files, Executor executor) {
    List<CompletableFuture<byte[]>> reads =
        files.stream()
            .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
            .toList();
    return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
        .thenApply(done -> reads.stream().map(CompletableFuture::join).toList());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
