package workshop.completable.answers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A limit of 0 gives a result at once, and there is nothing in it. */
@WrongAnswer(value = "readAll with a limit of 0 returned", kind = AnswerKind.INPUT)
public class TakesAnyLimit extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return limit > 0
        ? super.readAll(files, limit, executor)
        : CompletableFuture.completedFuture(Arrays.asList(new byte[files.size()][]));
  }
}
