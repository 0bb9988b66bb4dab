package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps the chunks that are done. */
@WrongAnswer(value = "The memory grows with the file", kind = AnswerKind.RESOURCE)
public class KeepsEveryChunk extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      List<ByteBuffer> chunks = new ArrayList<>();
      chunks.add(fill(ByteBuffer.allocate(chunkSize), channel));
      R total = work.nothing();
      while (chunks.getLast().hasRemaining() && !wanted.isDone()) {
        CompletableFuture<R> working = onAllCores(chunks.getLast(), work, compute, cores);
        chunks.add(fill(ByteBuffer.allocate(chunkSize), channel));
        total = work.joined(total, working.join());
      }
      return total;
    }
  }
}
