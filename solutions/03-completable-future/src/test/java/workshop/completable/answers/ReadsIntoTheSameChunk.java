package workshop.completable.answers;

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
import workshop.testkit.exercise.WrongAnswer;

/** Reads ahead into the buffer that is being worked on. */
@WrongAnswer(
    value = "A chunk was changed while the cores were at work on it",
    kind = AnswerKind.ORDER)
public class ReadsIntoTheSameChunk extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
      R total = work.nothing();
      while (chunk.hasRemaining() && !wanted.isDone()) {
        CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
        fill(chunk, channel);
        total = work.joined(total, working.join());
      }
      return total;
    }
  }
}
