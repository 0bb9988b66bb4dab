package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The limit is kept, on the common pool. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.CALLER)
public class ForgetsTheGivenExecutor extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    return super.readAll(files, limit, ForkJoinPool.commonPool());
  }
}
