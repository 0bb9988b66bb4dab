package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Fails with a new exception instead of that of the disk. */
@WrongAnswer(value = "exception", kind = AnswerKind.PROMISE)
public class FailsWithAnExceptionOfItsOwn extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return inLanes(
        files,
        limit,
        executor,
        file -> {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new IllegalStateException("cannot read all files");
          }
        });
  }
}
