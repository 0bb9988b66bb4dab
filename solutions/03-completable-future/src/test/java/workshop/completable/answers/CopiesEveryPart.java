package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Gives each core a copy of its part. */
@WrongAnswer(value = "Give each core a slice", kind = AnswerKind.RESOURCE)
public class CopiesEveryPart extends ReadAheadPipeline {

  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    List<CompletableFuture<R>> results =
        parts(chunk, cores).stream()
            .map(part -> ByteBuffer.allocate(part.remaining()).put(part).flip())
            .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
            .toList();
    return results.stream()
        .reduce((left, right) -> left.thenCombine(right, work::joined))
        .orElseThrow();
  }
}
