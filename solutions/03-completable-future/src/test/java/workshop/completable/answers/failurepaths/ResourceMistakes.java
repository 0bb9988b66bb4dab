package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Wrong answers to {@link FailurePaths} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes in thenApply, which is not called after a failure. */
  @WrongAnswer("Left open")
  public static class ClosesAfterSuccessOnly extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                return body.apply(channel)
                    .thenApply(result -> {
                      close(channel);
                      return result;
                    });
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

  /** Closes in a task of its own, which an executor that is shut down rejects. */
  @WrongAnswer("rejects that task, even if the task only closes a file")
  public static class ClosesInATaskOfItsOwn extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(() -> open(file, options, executor), executor)
          .thenCompose(channel ->
              CompletableFuture.completedFuture(channel)
                  .thenCompose(body)
                  .whenCompleteAsync((result, failure) -> shut(channel, failure), executor));
    }

    private static void shut(AsynchronousFileChannel channel, Throwable failure) {
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          throw new CompletionException(e);
        }
        Throwable first = failure.getCause() == null ? failure : failure.getCause();
        first.addSuppressed(e);
      }
    }
  }

  /** Attaches the close to the future of the body; a body that throws at once returns none. */
  @WrongAnswer("Left open")
  public static class ClosesOnlyWhatTheBodyReturned extends FailurePaths {
    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(() -> open(file, options, executor), executor)
          .thenCompose(channel -> body.apply(channel).whenComplete((result, e) -> close(channel)));
    }

    private static void close(AsynchronousFileChannel channel) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Starts the body in a second stage, which a caller may cancel before it runs. */
  @WrongAnswer("canceled while the disk opened menu.txt")
  public static class StartsTheBodyOneStageLater extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(() -> open(file, options, executor), executor)
          .thenCompose(channel ->
              CompletableFuture.completedFuture(channel)
                  .thenCompose(body)
                  .whenComplete((result, failure) -> shut(channel, failure)));
    }

    private static void shut(AsynchronousFileChannel channel, Throwable failure) {
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          throw new CompletionException(e);
        }
        Throwable first = failure.getCause() == null ? failure : failure.getCause();
        first.addSuppressed(e);
      }
    }
  }

  /** Attaches the close to the body's future, but a body that throws returns none. */
  @WrongAnswer("Left open")
  public static class LeaksWhenTheBodyThrows extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                return body.apply(channel).whenComplete((result, failure) -> close(channel));
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
