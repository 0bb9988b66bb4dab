package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The loop runs on a thread for computing. */
@WrongAnswer(value = "io", kind = AnswerKind.CALLER)
public class WaitsOnCompute extends ReadAheadPipeline {
  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    return super.process(file, chunkSize, work, compute, compute, cores);
  }
}
