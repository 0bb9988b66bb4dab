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

/** One stream that starts a part and waits for it. */
@WrongAnswer(value = "the other cores have nothing to do", kind = AnswerKind.ORDER)
public class JoinsPartByPart extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
      ByteBuffer other = ByteBuffer.allocate(chunkSize);
      R total = work.nothing();
      while (chunk.hasRemaining() && !wanted.isDone()) {
        ByteBuffer whole = chunk;
        CompletableFuture<R> working =
            CompletableFuture.supplyAsync(
                () ->
                    parts(whole, cores).stream()
                        .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
                        .map(CompletableFuture::join)
                        .reduce(work.nothing(), work::joined),
                compute);
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
