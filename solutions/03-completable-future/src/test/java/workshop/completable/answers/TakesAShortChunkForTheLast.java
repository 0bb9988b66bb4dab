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
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.WrongAnswer;

/** One read per chunk, and the end when it did not fill it. */
@WrongAnswer("Some bytes are missing")
public class TakesAShortChunkForTheLast extends ReadAheadPipeline {

  @Override
  public <R> CompletableFuture<R> process(
      Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
    CompletableFuture<R> result = new CompletableFuture<>();
    io.execute(() -> {
      try {
        result.complete(run(file, chunkSize, work, compute, cores, result));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  private static <R> R run(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
      ByteBuffer other = ByteBuffer.allocate(chunkSize);
      channel.read(chunk);
      boolean last = chunk.hasRemaining();
      R total = work.nothing();
      while (!wanted.isDone()) {
        CompletableFuture<R> working = together(chunk.flip(), work, compute, cores);
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

  private static <R> CompletableFuture<R> together(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    List<CompletableFuture<R>> results =
        parts(chunk, cores).stream()
            .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
            .toList();
    return results.stream()
        .reduce((left, right) -> left.thenCombine(right, work::joined))
        .orElseThrow();
  }
}
