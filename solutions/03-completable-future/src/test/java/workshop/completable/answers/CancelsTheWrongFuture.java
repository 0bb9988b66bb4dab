package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The loop asks one future, and the caller cancels another. */
@WrongAnswer(value = "the very future that you returned", kind = AnswerKind.PROMISE)
public class CancelsTheWrongFuture extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    return super.process(file, chunkSize, work, io, compute, cores).thenApply(result -> result);
  }
}
