package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** An Error of the work is lost. */
@WrongAnswer(value = "wait", kind = AnswerKind.PROMISE)
public class CatchesNoError extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    CompletableFuture<R> result = new CompletableFuture<>();
    io.execute(() -> {
      try {
        result.complete(throughput(file, chunkSize, work, compute, cores, result));
      } catch (IOException | RuntimeException e) {
        if (!(e.getCause() instanceof Error)) {
          result.completeExceptionally(e);
        }
      }
    });
    return result;
  }
}
