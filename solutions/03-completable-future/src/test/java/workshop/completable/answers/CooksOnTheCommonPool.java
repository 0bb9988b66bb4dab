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
import workshop.testkit.exercise.WrongAnswer;

/** A parallel stream needs no executor, and takes none. */
@WrongAnswer("That is the common pool")
public class CooksOnTheCommonPool extends ReadAheadPipeline {

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
      ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
      ByteBuffer other = ByteBuffer.allocate(chunkSize);
      R total = work.nothing();
      while (chunk.hasRemaining() && !wanted.isDone()) {
        CompletableFuture<R> working = together(chunk, work, compute, cores);
        fill(other, channel);
        total = work.joined(total, working.join());
        ByteBuffer done = chunk;
        chunk = other;
        other = done;
      }
      return total;
    }
  }

  private static <R> CompletableFuture<R> together(
      ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
    return CompletableFuture.supplyAsync(() ->
        parts(chunk, cores).parallelStream().map(work::of).reduce(work.nothing(), work::joined));
  }
}
