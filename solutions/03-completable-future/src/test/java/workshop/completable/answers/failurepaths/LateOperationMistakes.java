package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** whenComplete returns a new future; the old one does not wait for it. */
  @WrongAnswer("the disk still holds the close")
  public static class CompletesBeforeTheClose extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                CompletableFuture<R> outcome = body.apply(channel);
                outcome.whenComplete((result, failure) -> close(channel));
                return outcome;
              },
              executor)
          .thenCompose(outcome -> outcome);
    }

    private static void close(AsynchronousFileChannel channel) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
