package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /**
   * Closes in whenComplete, but returns the future from before it, which does not wait for the
   * close.
   */
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

  /** Closes when the returned future is canceled, while the body still works. */
  @WrongAnswer("cancel(true) does not return while the disk holds an operation")
  public static class ClosesWhenCanceled extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      AtomicReference<AsynchronousFileChannel> opened = new AtomicReference<>();
      CompletableFuture<R> all =
          super.using(
              file,
              options,
              executor,
              channel -> {
                opened.set(channel);
                return body.apply(channel);
              });
      all.whenComplete((result, failure) -> {
        if (opened.get() != null) {
          CompletesBeforeTheClose.close(opened.get());
        }
      });
      return all;
    }
  }

  /** Cancels the future when its wait is interrupted, although other callers may wait for it. */
  @WrongAnswer("was interrupted, and await(...) canceled the future")
  public static class CancelsWhenInterrupted extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (InterruptedIOException e) {
        future.cancel(true);
        throw e;
      }
    }
  }
}
