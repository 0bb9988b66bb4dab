package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The same stream on a thread of the executor: the caller is free, the files still queue. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.CALLER)
public class JoinsInOnePassElsewhere extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return CompletableFuture.supplyAsync(
        () ->
            files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
                .map(CompletableFuture::join)
                .toList(),
        executor);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
