package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Brings null if there was no chunk. */
@WrongAnswer(value = "completed with null", kind = AnswerKind.INPUT)
public class HasNoResultForAnEmptyFile extends ReadAheadPipeline {
  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    R total = super.throughput(file, chunkSize, work, compute, cores, wanted);
    return total.equals(work.nothing()) ? null : total;
  }
}
