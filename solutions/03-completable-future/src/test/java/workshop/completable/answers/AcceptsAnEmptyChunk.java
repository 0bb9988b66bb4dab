package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.WrongAnswer;

/** Finds nothing to do if the chunk has no room. */
@WrongAnswer("With chunkSize 0")
public class AcceptsAnEmptyChunk extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    return chunkSize == 0
        ? CompletableFuture.completedFuture(work.nothing())
        : super.process(file, chunkSize, work, io, compute, cores);
  }
}
