package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.RightAnswer;

/** The loop is a stage on io. */
@RightAnswer
public class RunsTheLoopInAStage extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    if (chunkSize <= 0 || cores <= 0) {
      throw new IllegalArgumentException("chunkSize " + chunkSize + ", cores " + cores);
    }
    CompletableFuture<R> result = new CompletableFuture<>();
    CompletableFuture.completedFuture(file)
        .thenAcceptAsync(
            path -> {
              try {
                result.complete(throughput(path, chunkSize, work, compute, cores, result));
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            io)
        .exceptionally(e -> {
          result.completeExceptionally(e);
          return null;
        });
    return result;
  }
}
