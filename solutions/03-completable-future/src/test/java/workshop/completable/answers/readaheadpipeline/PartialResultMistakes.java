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

/** Wrong answers to {@link ReadAheadPipeline} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Takes a chunk that one read did not fill for the last one. */
  @WrongAnswer("Some bytes are missing")
  public static class TakesAShortChunkForTheLast extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
        ByteBuffer other = ByteBuffer.allocate(chunkSize);
        channel.read(chunk);
        boolean last = chunk.hasRemaining();
        R total = work.nothing();
        while (!wanted.isDone()) {
          CompletableFuture<R> working = onAllCores(chunk.flip(), work, compute, cores);
          boolean end = last;
          if (!last) {
            channel.read(other.clear());
            last = other.hasRemaining();
          }
          total = work.joined(total, working.join());
          if (end) {
            break;
          }
          ByteBuffer done = chunk;
          chunk = other;
          other = done;
        }
        return total;
      }
    }
  }

  /** Ignores a close that fails. */
  @WrongAnswer("of a file whose close fails")
  public static class ClosesQuietly extends OwnPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      FileChannel channel = FileChannel.open(file, READ);
      try {
        return rounds(channel, chunkSize, work, compute, cores, wanted);
      } finally {
        try {
          channel.close();
        } catch (IOException ignored) {
          // The result is complete.
        }
      }
    }
  }
}
