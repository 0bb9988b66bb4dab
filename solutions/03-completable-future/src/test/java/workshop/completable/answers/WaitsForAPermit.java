package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A semaphore keeps the limit; the caller is the one who stands before it. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class WaitsForAPermit extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    Semaphore permits = new Semaphore(limit);
    List<CompletableFuture<byte[]>> contents = new ArrayList<>();
    for (Path file : files) {
      permits.acquireUninterruptibly();
      contents.add(
          CompletableFuture.supplyAsync(() -> bytesOf(file), executor)
              .whenComplete((bytes, e) -> permits.release()));
    }
    return CompletableFuture.allOf(contents.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> contents.stream().map(CompletableFuture::join).toList());
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
