package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** All of it before the method returns. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class WorksOnTheCaller extends ReadAheadPipeline {

  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    return CompletableFuture.completedFuture(
        super.process(file, chunkSize, work, io, compute, cores).join());
  }
}
