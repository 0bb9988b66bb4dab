package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ReadAheadPipeline}, each built in another way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Looks at the end of each round. */
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

  /** No thread waits: the end of each round starts the next one. */
  @RightAnswer
  public static class ComposesEveryStep extends ReadAheadPipeline {

    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      if (chunkSize <= 0 || cores <= 0) {
        throw new IllegalArgumentException("chunkSize " + chunkSize + ", cores " + cores);
      }
      CompletableFuture<R> result = new CompletableFuture<>();
      CompletableFuture.completedFuture(file)
          .thenAcceptAsync(path -> begin(path, chunkSize, work, io, compute, cores, result), io)
          .exceptionally(refused -> {
            result.completeExceptionally(refused);
            return null;
          });
      return result;
    }

    private static <R> void begin(
        Path file,
        int chunkSize,
        Work<R> work,
        Executor io,
        Executor compute,
        int cores,
        CompletableFuture<R> result) {
      try {
        FileChannel channel = FileChannel.open(file, READ);
        Rounds<R> rounds = new Rounds<>(channel, work, io, compute, cores, result);
        rounds.begin(ByteBuffer.allocate(chunkSize), ByteBuffer.allocate(chunkSize));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }

    private record Rounds<R>(
        FileChannel channel,
        Work<R> work,
        Executor io,
        Executor compute,
        int cores,
        CompletableFuture<R> result) {

      void begin(ByteBuffer first, ByteBuffer other) {
        try {
          round(fill(first, channel), other, work.nothing());
        } catch (Throwable e) {
          end(null, e);
        }
      }

      private void round(ByteBuffer chunk, ByteBuffer other, R total) {
        if (!chunk.hasRemaining() || result.isDone()) {
          end(total, null);
          return;
        }
        CompletableFuture<R> worked;
        CompletableFuture<ByteBuffer> ahead;
        try {
          worked = together(chunk, work, compute, cores);
          ahead = CompletableFuture.supplyAsync(() -> filled(other), io);
        } catch (Throwable refused) {
          end(null, refused);
          return;
        }
        worked
            .thenCombine(ahead, (part, next) -> work.joined(total, part))
            .whenComplete((joined, failure) -> {
              Runnable next =
                  () -> {
                    if (failure == null) {
                      round(other, chunk, joined);
                    } else {
                      end(null, failure.getCause());
                    }
                  };
              try {
                io.execute(next);
              } catch (Throwable refused) {
                end(null, refused);
              }
            });
      }

      private ByteBuffer filled(ByteBuffer chunk) {
        try {
          return fill(chunk, channel);
        } catch (IOException e) {
          throw new CompletionException(e);
        }
      }

      private void end(R total, Throwable failure) {
        Throwable reason = failure;
        try {
          channel.close();
        } catch (IOException e) {
          reason = reason == null ? e : reason;
        }
        if (reason == null) {
          result.complete(total);
        } else {
          result.completeExceptionally(reason);
        }
      }
    }

    private static <R> CompletableFuture<R> together(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return OwnPipeline.begun(parts(chunk, cores), work, compute).stream()
          .reduce((left, right) -> left.thenCombine(right, work::joined))
          .orElseThrow();
    }
  }

  /** More parts than cores, fresh buffers, and a stream that joins. */
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

  /** A loop instead of reduce. */
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

  /** The loop is a stage on io. */
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
