package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.RightAnswer;

/** A loop instead of reduce. */
@RightAnswer
public class JoinsFromALoop extends ReadAheadPipeline {
  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    CompletableFuture<R> total = CompletableFuture.completedFuture(work.nothing());
    List<CompletableFuture<R>> results = new ArrayList<>();
    for (ByteBuffer part : parts(chunk, cores)) {
      results.add(CompletableFuture.supplyAsync(() -> work.of(part), compute));
    }
    for (CompletableFuture<R> result : results) {
      total = total.thenCombine(result, work::joined);
    }
    return total;
  }
}
