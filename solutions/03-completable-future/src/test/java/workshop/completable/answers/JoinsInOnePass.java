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

/** One stream that starts a file and waits for it, and then starts the next. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class JoinsInOnePass extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    List<byte[]> contents =
        files.stream()
            .map(file -> CompletableFuture.supplyAsync(() -> read(file), executor))
            .map(CompletableFuture::join)
            .toList();
    return CompletableFuture.completedFuture(contents);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
