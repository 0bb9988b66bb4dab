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

/** Hands every chunk to the cores and reads the next one, however busy they are. */
@WrongAnswer(value = "more than two chunks of 1000 are in memory", kind = AnswerKind.RESOURCE)
public class ReadsOnAndOn extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    CompletableFuture<R> total = CompletableFuture.completedFuture(work.nothing());
    try (FileChannel channel = FileChannel.open(file, READ)) {
      while (!wanted.isDone()) {
        ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
        if (!chunk.hasRemaining()) {
          break;
        }
        total = total.thenCombine(onAllCores(chunk, work, compute, cores), work::joined);
      }
    }
    return total.join();
  }
}
