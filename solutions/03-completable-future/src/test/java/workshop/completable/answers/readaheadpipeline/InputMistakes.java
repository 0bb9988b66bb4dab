package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline}: an input that they cannot handle. */
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
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
        ByteBuffer other = ByteBuffer.allocate(chunkSize);
        R total = work.nothing();
        while (chunk.remaining() == chunkSize && !wanted.isDone()) {
          CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
          fill(other, channel);
          total = work.joined(total, working.join());
          ByteBuffer done = chunk;
          chunk = other;
          other = done;
        }
        return total;
      }
    }
  }
}
