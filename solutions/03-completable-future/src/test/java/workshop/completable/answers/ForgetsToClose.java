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

/** Leaves the close to the garbage collector, which does not do it. */
@WrongAnswer(value = "Left open", kind = AnswerKind.RESOURCE)
public class ForgetsToClose extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    FileChannel channel = FileChannel.open(file, READ);
    ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
    ByteBuffer other = ByteBuffer.allocate(chunkSize);
    R total = work.nothing();
    while (chunk.hasRemaining() && !wanted.isDone()) {
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
