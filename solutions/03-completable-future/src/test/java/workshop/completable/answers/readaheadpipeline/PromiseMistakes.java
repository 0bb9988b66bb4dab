package workshop.completable.answers.readaheadpipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Checks one future in the loop, but returns another one, which the caller cancels. */
  @WrongAnswer("the very future that you returned")
  public static class CancelsTheWrongFuture extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      return super.process(file, chunkSize, work, io, compute, cores).thenApply(result -> result);
    }
  }

  /** Loses an Error of the work. */
  @WrongAnswer("wait")
  public static class CatchesNoError extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      CompletableFuture<R> result = new CompletableFuture<>();
      io.execute(() -> {
        try {
          result.complete(throughput(file, chunkSize, work, compute, cores, result));
        } catch (IOException | RuntimeException e) {
          if (!(e.getCause() instanceof Error)) {
            result.completeExceptionally(e);
          }
        }
      });
      return result;
    }
  }

  /** Completes the future of a part only after its work, so a part that throws never ends. */
  @WrongAnswer("has ended without waking the thread")
  public static class ForgetsAPartThatThrows extends ReadAheadPipeline {

    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return parts(chunk, cores).stream()
          .map(part -> {
            CompletableFuture<R> result = new CompletableFuture<>();
            compute.execute(() -> result.complete(work.of(part)));
            return result;
          })
          .toList()
          .stream()
          .reduce((left, right) -> left.thenCombine(right, work::joined))
          .orElseThrow();
    }
  }

  /** Cuts every chunk into four parts, however many cores there are. */
  @WrongAnswer("fewer parts than there are cores")
  public static class CutsForFourCores extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return super.onAllCores(chunk, work, compute, 4);
    }
  }

  /** Never checks whether the result is still wanted. */
  @WrongAnswer("for a result that is no longer wanted")
  public static class GoesOnAfterCancel extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      return super.throughput(file, chunkSize, work, compute, cores, new CompletableFuture<>());
    }
  }

  /** Asks the machine for the number of cores, and ignores the parameter. */
  @WrongAnswer("cores")
  public static class UsesTheProcessorsOfThisMachine extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return super.onAllCores(chunk, work, compute, Runtime.getRuntime().availableProcessors());
    }
  }

  /** Loses an Error that is thrown while results are joined. */
  @WrongAnswer("The work threw an Error, and the future of process(...) never completes")
  public static class CatchesNoErrorOfJoined extends ReadAheadPipeline {
    @Override
    public <R> CompletableFuture<R> process(
        Path file, int chunkSize, Work<R> work, Executor io, Executor compute, int cores) {
      CompletableFuture<R> result = new CompletableFuture<>();
      io.execute(() -> {
        try {
          result.complete(throughput(file, chunkSize, work, compute, cores, result));
        } catch (Exception e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }
}
