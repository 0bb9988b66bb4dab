package workshop.completable.answers.readaheadpipeline;

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

/** Right answers to {@link ReadAheadPipeline}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Checks for a cancel at the end of each round. */
  @RightAnswer
  public static class ChecksTheCancelAfterTheRound extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
        ByteBuffer other = ByteBuffer.allocate(chunkSize);
        R total = work.nothing();
        while (chunk.hasRemaining()) {
          CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
          fill(other, channel);
          total = work.joined(total, working.join());
          ByteBuffer done = chunk;
          chunk = other;
          other = done;
          if (wanted.isDone()) {
            break;
          }
        }
        return total;
      }
    }
  }

  /** Lets the end of each round start the next one, so no thread waits. */
  @RightAnswer
  public static class ComposesEveryStep extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      if (chunkSize <= 0 || cores <= 0) {
        throw new IllegalArgumentException("chunkSize " + chunkSize + ", cores " + cores);
      }
      CompletableFuture<R> result = new CompletableFuture<>();
      CompletableFuture.supplyAsync(
              () ->
                  new Rounds<R>(
                          Rounds.open(file),
                          work,
                          io,
                          chunk -> onAllCores(chunk, work, compute, cores),
                          result)
                      .all(chunkSize), // on io as well: a later stage may run on the caller
              io)
          .thenCompose(all -> all)
          .whenComplete((total, failure) -> {
            if (failure == null) {
              result.complete(total);
            } else {
              result.completeExceptionally(failure);
            }
          });
      return result;
    }
  }

  /** Uses more parts than cores, fresh buffers, and a stream that joins. */
  @RightAnswer
  public static class CutsIntoManySmallParts extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        R total = work.nothing();
        ByteBuffer chunk = fill(ByteBuffer.allocateDirect(chunkSize), channel);
        while (chunk.hasRemaining() && !wanted.isDone()) {
          List<CompletableFuture<R>> working =
              OwnPipeline.begun(parts(chunk, 3 * cores), work, compute);
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

  /** Joins in a loop instead of with reduce. */
  @RightAnswer
  public static class JoinsFromALoop extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      CompletableFuture<R> total = CompletableFuture.completedFuture(work.nothing());
      for (CompletableFuture<R> result : OwnPipeline.begun(parts(chunk, cores), work, compute)) {
        total = total.thenCombine(result, work::joined);
      }
      return total;
    }
  }

  /** Runs the loop in a stage on io. */
  @RightAnswer
  public static class RunsTheLoopInAStage extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      if (chunkSize <= 0 || cores <= 0) {
        throw new IllegalArgumentException("chunkSize " + chunkSize + ", cores " + cores);
      }
      CompletableFuture<R> result = new CompletableFuture<>();
      CompletableFuture.completedFuture(file)
          .thenAcceptAsync(
              path -> {
                try {
                  result.complete(throughput(path, chunkSize, work, compute, cores, result));
                } catch (Throwable e) {
                  result.completeExceptionally(e);
                }
              },
              io)
          .exceptionally(e -> {
            result.completeExceptionally(e);
            return null;
          });
      return result;
    }
  }
}
