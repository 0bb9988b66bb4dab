package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;
import static java.util.concurrent.TimeUnit.SECONDS;

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

/** Wrong answers to {@link ReadAheadPipeline}: they stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits at most one second for the cores. */
  @WrongAnswer("has set a timer")
  public static class GivesUpOnSlowCores extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
        ByteBuffer other = ByteBuffer.allocate(chunkSize);
        R total = work.nothing();
        while (chunk.hasRemaining() && !wanted.isDone()) {
          CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
          fill(other, channel);
          total = work.joined(total, working.orTimeout(1, SECONDS).join());
          ByteBuffer done = chunk;
          chunk = other;
          other = done;
        }
        return total;
      }
    }
  }
}
