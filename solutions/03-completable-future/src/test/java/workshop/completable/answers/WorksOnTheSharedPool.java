package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A parallel stream works on the common pool. */
@WrongAnswer(value = "That is the common pool", kind = AnswerKind.CALLER)
public class WorksOnTheSharedPool extends ReadAheadPipeline {

  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    return CompletableFuture.supplyAsync(() ->
        parts(chunk, cores).parallelStream().map(work::of).reduce(work.nothing(), work::joined));
  }
}
