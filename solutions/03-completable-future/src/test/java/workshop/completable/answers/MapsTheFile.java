package workshop.completable.answers;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;
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

/** Maps chunk by chunk, so that nobody seems to read at all. */
@WrongAnswer("A mapped file is read when somebody touches it")
public class MapsTheFile extends ReadAheadPipeline {

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
      R total = work.nothing();
      long size = channel.size();
      for (long at = 0; at < size && !wanted.isDone(); at += chunkSize) {
        ByteBuffer chunk = channel.map(READ_ONLY, at, Math.min(chunkSize, size - at));
        total = work.joined(total, together(chunk, work, compute, cores).join());
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
