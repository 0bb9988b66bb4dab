package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A chain of stages: each file begins when the one before is done. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.ORDER)
public class ReadsOneAfterAnother extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    CompletableFuture<List<byte[]>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Path file : files) {
      all =
          all.thenApplyAsync(
              contents -> {
                contents.add(bytesOf(file));
                return contents;
              },
              executor);
    }
    return all;
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
