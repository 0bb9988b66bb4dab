package workshop.completable.answers.readaheadpipeline;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ReadAheadPipeline} in which the wrong thread does the work, waits for it,
 * or gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Maps the file chunk by chunk. */
  @WrongAnswer("A thread that touches a mapped byte")
  public static class MapsTheFile extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        R total = work.nothing();
        long size = channel.size();
        for (long at = 0; at < size && !wanted.isDone(); at += chunkSize) {
          ByteBuffer chunk = channel.map(READ_ONLY, at, Math.min(chunkSize, size - at));
          total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
        }
        return total;
      }
    }
  }

  /** Reads on a thread of compute. */
  @WrongAnswer("io")
  public static class WaitsOnCompute extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      return super.process(file, chunkSize, work, compute, compute, cores);
    }
  }

  /** Waits for the result before it returns. */
  @WrongAnswer("you blocked the caller")
  public static class WorksOnTheCaller extends ReadAheadPipeline {

    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      return CompletableFuture.completedFuture(
          super.process(file, chunkSize, work, io, compute, cores).join());
    }
  }

  /** Works on the common pool. */
  @WrongAnswer("compute")
  public static class WorksOnTheCommonPool extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return super.onAllCores(chunk, work, ForkJoinPool.commonPool(), cores);
    }
  }

  /** Does the work on the thread that reads. */
  @WrongAnswer("While a thread of io computes, it does not read")
  public static class WorksOnTheReader extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
        R total = work.nothing();
        while (!wanted.isDone() && fill(chunk, channel).hasRemaining()) {
          total = work.joined(total, work.of(chunk));
        }
        return total;
      }
    }
  }

  /** Uses a parallel stream, which works on the common pool. */
  @WrongAnswer("That is the common pool")
  public static class WorksOnTheSharedPool extends ReadAheadPipeline {

    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return CompletableFuture.supplyAsync(() ->
          parts(chunk, cores).parallelStream().map(work::of).reduce(work.nothing(), work::joined));
    }
  }

  /** Sleeps on the reader until the work is done. */
  @WrongAnswer("sleeps for a while and checks again")
  public static class PollsForTheWork extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      CompletableFuture<R> working = super.onAllCores(chunk, work, compute, cores);
      return new CompletableFuture<>() {
        @Override
        public R join() {
          while (!working.isDone()) {
            try {
              Thread.sleep(1);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return working.join();
        }
      };
    }
  }

  /** Works on the last few bytes on the reader, instead of in a task. */
  @WrongAnswer("While a thread of io computes")
  public static class WorksOnAFewBytesItself extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return chunk.limit() < cores
          ? CompletableFuture.completedFuture(work.of(chunk))
          : super.onAllCores(chunk, work, compute, cores);
    }
  }

  /** Joins in stages with Async and without an executor. */
  @WrongAnswer("work.joined(...) ran on \"ForkJoinPool.commonPool")
  public static class JoinsOnTheCommonPool extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return OwnPipeline.begun(parts(chunk, cores), work, compute).stream()
          .reduce((left, right) -> left.thenCombineAsync(right, work::joined))
          .orElseThrow();
    }
  }
}
