package workshop.completable.answers.readaheadpipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Completes with null if there was no chunk. */
  @WrongAnswer("completed with null")
  public static class ReturnsNullForAnEmptyFile extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      R total = super.throughput(file, chunkSize, work, compute, cores, wanted);
      return total.equals(work.nothing()) ? null : total;
    }
  }

  /** Stops at a chunk that is not full. */
  @WrongAnswer("which is shorter than the others, is missing")
  public static class SkipsTheLastChunk extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      return new OwnPipeline() {
        @Override
        boolean hasWork(ByteBuffer chunk) {
          return chunk.remaining() == chunk.capacity();
        }
      }.throughput(file, chunkSize, work, compute, cores, wanted);
    }
  }
}
