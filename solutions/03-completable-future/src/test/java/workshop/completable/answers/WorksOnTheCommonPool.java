package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Lets the common pool do the work. */
@WrongAnswer(value = "compute", kind = AnswerKind.CALLER)
public class WorksOnTheCommonPool extends ReadAheadPipeline {
  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    return super.onAllCores(chunk, work, ForkJoinPool.commonPool(), cores);
  }
}
