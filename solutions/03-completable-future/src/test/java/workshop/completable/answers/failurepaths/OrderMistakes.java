package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link FailurePaths} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /**
   * Uses try-with-resources, which closes at the end of the block, when the work has only begun.
   */
  @WrongAnswer("already closed, but the disk still holds a read")
  public static class ClosesWhenTheBodyReturns extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                try (AsynchronousFileChannel channel =
                    AsynchronousFileChannel.open(file, options, executor)) {
                  return body.apply(channel);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              executor)
          .thenCompose(outcome -> outcome);
    }
  }
}
