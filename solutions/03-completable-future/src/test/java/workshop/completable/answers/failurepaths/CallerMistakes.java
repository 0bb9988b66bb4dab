package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
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

/**
 * Wrong answers to {@link FailurePaths} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Opens on the executor, but the channel works on threads of the JDK. */
  @WrongAnswer("which is not a thread of the executor that was given")
  public static class OpensForThePoolOfTheJdk extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(() -> open(file, options, null), executor)
          .thenCompose(channel ->
              body.apply(channel)
                  .whenComplete((result, failure) -> {
                    try {
                      channel.close();
                    } catch (IOException e) {
                      throw new CompletionException(e);
                    }
                  }));
    }
  }

  /** Opens on the caller's thread, because AsynchronousFileChannel.open is not asynchronous. */
  @WrongAnswer("you blocked the caller")
  public static class OpensOnTheCaller extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      AsynchronousFileChannel channel = open(file, options, executor);
      return body.apply(channel)
          .whenComplete((result, failure) -> {
            try {
              channel.close();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /** Checks, sleeps for a while, and checks again. */
  @WrongAnswer("sleeps for a while and checks again")
  public static class SleepsAtTheEdge extends FailurePaths {

    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      while (!future.isDone()) {
        try {
          Thread.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        }
      }
      return super.await(future);
    }
  }

  /** Checks without a pause whether the future is done, which keeps a core busy. */
  @WrongAnswer("computes without a pause")
  public static class SpinsAtTheEdge extends FailurePaths {

    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      while (!future.isDone()) {
        Thread.onSpinWait();
      }
      return super.await(future);
    }
  }

  /** Uses a plain try-with-resources, so one thread of the executor waits for another one. */
  @WrongAnswer("do not wait inside a stage")
  public static class WaitsForTheBody extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
          () -> {
            try (AsynchronousFileChannel channel = open(file, options, executor)) {
              return await(body.apply(channel));
            } catch (Exception e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Waits for the outcome before it looks at it. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForTheReading extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      try {
        return CompletableFuture.completedFuture(await(reading));
      } catch (NoSuchFileException e) {
        return CompletableFuture.completedFuture(fallback);
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Yields between two checks, which still keeps a core busy. */
  @WrongAnswer("computes without a pause")
  public static class YieldsAtTheEdge extends FailurePaths {

    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      while (!future.isDone()) {
        Thread.yield();
      }
      return super.await(future);
    }
  }

  /** Waits for the body inside the task, in try-with-resources. */
  @WrongAnswer("no thread is left that could complete it")
  public static class JoinsTheBody extends FailurePaths {
    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
          () -> {
            try (AsynchronousFileChannel channel = open(file, options, executor)) {
              return body.apply(channel).join();
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Sets the interrupt flag again before it waits on, so that get() throws at once. */
  @WrongAnswer("it has been calling get() again and again")
  public static class SpinsAfterAnInterrupt extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      while (true) {
        try {
          future.get();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          continue;
        } catch (ExecutionException e) {
          // Thrown below, without its wrappers.
        }
        return super.await(future);
      }
    }
  }
}
