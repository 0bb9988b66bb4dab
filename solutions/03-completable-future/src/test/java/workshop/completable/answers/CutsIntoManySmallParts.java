package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.RightAnswer;

/** More parts than cores, fresh buffers, and a stream that joins. */
@RightAnswer
public class CutsIntoManySmallParts extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      R total = work.nothing();
      ByteBuffer chunk = fill(ByteBuffer.allocateDirect(chunkSize), channel);
      while (chunk.hasRemaining() && !wanted.isDone()) {
        List<CompletableFuture<R>> working =
            parts(chunk, 3 * cores).stream()
                .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
                .toList();
        ByteBuffer next = fill(ByteBuffer.allocateDirect(chunkSize), channel);
        total =
            Stream.concat(Stream.of(total), working.stream().map(CompletableFuture::join))
                .reduce(work::joined)
                .orElseThrow();
        chunk = next;
      }
      return total;
    }
  }
}
