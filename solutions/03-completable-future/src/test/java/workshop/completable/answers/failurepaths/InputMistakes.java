package workshop.completable.answers.failurepaths;

import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
}
