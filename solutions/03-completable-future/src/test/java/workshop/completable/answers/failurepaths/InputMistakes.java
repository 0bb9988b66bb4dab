package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Opens every file for reading, whatever the caller asks for. */
  @WrongAnswer("but the file was opened with")
  public static class IgnoresTheOptions extends FailurePaths {
    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return super.using(file, Set.of(StandardOpenOption.READ), executor, body);
    }
  }

  /** Removes only one wrapper, although there may be more. */
  @WrongAnswer("in two wrappers")
  public static class RemovesOneWrapperOnly extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionallyCompose(failure -> {
        Throwable bare = failure instanceof CompletionException ? failure.getCause() : failure;
        return bare instanceof NoSuchFileException
            ? CompletableFuture.completedFuture(fallback)
            : CompletableFuture.failedFuture(failure);
      });
    }
  }

  /** Looks inside an ExecutionException as well, which is a failure of its own. */
  @WrongAnswer("returned the fallback although the file was not missing")
  public static class LooksInsideAnExecutionException extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return super.orIfMissing(
          reading.exceptionallyCompose(failure -> {
            Throwable bare = unwrapped(failure);
            return CompletableFuture.failedFuture(
                bare instanceof ExecutionException ? bare.getCause() : failure);
          }),
          fallback);
    }
  }

  /** Expects every failure to be an IOException. */
  @WrongAnswer("ClassCastException")
  public static class CastsToAnIoException extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionally(failure -> {
        IOException reason = (IOException) unwrapped(failure);
        if (reason instanceof NoSuchFileException) {
          return fallback;
        }
        throw new CompletionException(reason);
      });
    }
  }

  /** Expects every CompletionException to have a cause. */
  @WrongAnswer("it has no cause, but await threw a different object")
  public static class ExpectsACauseInEveryWrapper extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      if (future.isCompletedExceptionally() && !future.isCancelled()) {
        Throwable failure = future.exceptionNow();
        while (failure instanceof CompletionException) {
          failure = failure.getCause();
        }
        if (failure == null) {
          throw new IOException("the read failed");
        }
      }
      return super.await(future);
    }
  }
}
