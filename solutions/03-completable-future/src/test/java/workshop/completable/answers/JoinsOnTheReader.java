package workshop.completable.answers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Joins the parts on the thread that reads. */
@WrongAnswer(value = "waits for the cores", kind = AnswerKind.ORDER)
public class JoinsOnTheReader extends ReadAheadPipeline {
  @Override
  protected <R> CompletableFuture<R> onAllCores(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    List<CompletableFuture<R>> results =
        parts(chunk, cores).stream()
            .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
            .toList();
    return CompletableFuture.completedFuture(results)
        .thenApply(all -> {
          R total = work.nothing();
          for (CompletableFuture<R> one : all) {
            total = work.joined(total, one.join());
          }
          return total;
        });
  }
}
