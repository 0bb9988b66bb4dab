package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.WrongAnswer;

/** An executor that is shut down throws at the caller. */
@WrongAnswer("at its caller")
public class ThrowsTheRefusalOfIo extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    CompletableFuture<R> result = new CompletableFuture<>();
    io.execute(() -> {
      try {
        result.complete(throughput(file, chunkSize, work, compute, cores, result));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
