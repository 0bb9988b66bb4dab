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
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ReadAheadPipeline} that do two steps in the wrong order, or at the same
 * time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Joins the parts on the thread that reads. */
  @WrongAnswer("waits for the cores")
  public static class JoinsOnTheReader extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      List<CompletableFuture<R>> results = OwnPipeline.begun(parts(chunk, cores), work, compute);
      return CompletableFuture.completedFuture(
          results.stream().map(CompletableFuture::join).reduce(work.nothing(), work::joined));
    }
  }

  /** Uses one stream, which starts a part and waits for it. */
  @WrongAnswer("the other cores have nothing to do")
  public static class JoinsPartByPart extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return CompletableFuture.supplyAsync(
          () ->
              parts(chunk, cores).stream()
                  .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
                  .map(CompletableFuture::join)
                  .reduce(work.nothing(), work::joined),
          compute);
    }
  }

  /** Joins the new chunk's result before the old ones. */
  @WrongAnswer("order")
  public static class JoinsNewChunkBeforeOld extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      return new OwnPipeline() {
        @Override
        <T> T joined(T total, T next, Work<T> work) {
          return work.joined(next, total);
        }
      }.throughput(file, chunkSize, work, compute, cores, wanted);
    }
  }

  /** Joins from right to left. */
  @WrongAnswer("joined in a different order")
  public static class JoinsPartsFromRightToLeft extends ReadAheadPipeline {

    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      return super.process(
          file,
          chunkSize,
          new Work<R>() {
            @Override
            public R of(ByteBuffer part) {
              return work.of(part);
            }

            @Override
            public R joined(R left, R right) {
              return work.joined(right, left);
            }

            @Override
            public R nothing() {
              return work.nothing();
            }
          },
          io,
          compute,
          cores);
    }
  }

  /** Reads ahead into the buffer that the cores are working on. */
  @WrongAnswer("A chunk was changed while the cores were working on it")
  public static class ReadsIntoTheSameChunk extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
        R total = work.nothing();
        while (chunk.hasRemaining() && !wanted.isDone()) {
          CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
          fill(chunk, channel);
          total = work.joined(total, working.join());
        }
        return total;
      }
    }
  }

  /** Waits for the work before it reads the next chunk. */
  @WrongAnswer("The steps ran one after another")
  public static class ReadsThenWorks extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = ByteBuffer.allocate(chunkSize);
        R total = work.nothing();
        while (!wanted.isDone() && fill(chunk, channel).hasRemaining()) {
          total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
        }
        return total;
      }
    }
  }
}
