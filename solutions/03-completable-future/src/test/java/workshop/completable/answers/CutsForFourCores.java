package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Cuts every chunk into four parts, whatever the machine has. */
@WrongAnswer(value = "fewer parts than there are cores", kind = AnswerKind.RESOURCE)
public class CutsForFourCores extends ReadAheadPipeline {

  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    List<CompletableFuture<R>> results =
        parts(chunk, 4).stream()
            .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
            .toList();
    return results.stream()
        .reduce((left, right) -> left.thenCombine(right, work::joined))
        .orElseThrow();
  }
}
