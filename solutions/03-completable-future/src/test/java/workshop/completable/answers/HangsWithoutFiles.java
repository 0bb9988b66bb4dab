package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The last file completes the future, and there is none. */
@WrongAnswer(value = "of an empty list is not complete", kind = AnswerKind.INPUT)
public class HangsWithoutFiles extends ManyFiles {
  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return files.isEmpty() ? new CompletableFuture<>() : super.readAll(files, limit, executor);
  }
}
