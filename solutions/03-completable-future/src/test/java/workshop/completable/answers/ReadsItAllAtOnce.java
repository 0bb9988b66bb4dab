package workshop.completable.answers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.WrongAnswer;

/** The whole file, cut into chunks when it is in memory. */
@WrongAnswer("more than two chunks of 1000 are in memory")
public class ReadsItAllAtOnce extends ReadAheadPipeline {

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
    byte[] all = Files.readAllBytes(file);
    R total = work.nothing();
    for (int at = 0; at < all.length && !wanted.isDone(); at += chunkSize) {
      ByteBuffer chunk = ByteBuffer.wrap(all, at, Math.min(chunkSize, all.length - at)).slice();
      total = work.joined(total, together(chunk, work, compute, cores).join());
    }
    return total;
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
