package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** One part only. */
@WrongAnswer(value = "cores", kind = AnswerKind.RESOURCE)
public class WorksOnOneCoreOnly extends ReadAheadPipeline {
  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    return super.onAllCores(chunk, work, compute, 1);
  }
}
