package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

/** Wrong answers to {@link FailurePaths} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Adds the failure of the close to the wrapper, which is thrown away. */
  @WrongAnswer("suppressed")
  public static class SuppressesOnTheWrapper extends FailurePaths {
    @Override
    protected <R> CompletableFuture<R> closeAfter(
        CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
      return outcome.whenComplete((result, failure) -> {
        try {
          channel.close();
        } catch (IOException e) {
          if (failure == null) {
            throw new CompletionException(e);
          }
          new CompletionException(failure).addSuppressed(e);
        }
      });
    }
  }

  /** Checks with instanceof, which sees the CompletionException and not its cause. */
  @WrongAnswer("Remove the wrappers, if there are any")
  public static class LooksAtTheWrapper extends FailurePaths {

    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionally(failure -> {
        if (failure instanceof NoSuchFileException) {
          return fallback;
        }
        throw new CompletionException(failure);
      });
    }
  }

  /** Expects a wrapper, although the failure may come without one. */
  @WrongAnswer("the failure came bare")
  public static class LooksInsideTheWrapperOnly extends FailurePaths {

    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionally(failure -> {
        if (failure.getCause() instanceof NoSuchFileException) {
          return fallback;
        }
        throw new CompletionException(failure);
      });
    }
  }

  /** Turns every failure into an IOException. */
  @WrongAnswer("Error")
  public static class MakesAnIoExceptionOfAnError extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (Error e) {
        throw new IOException(e);
      }
    }
  }

  /** Treats a denied access as a missing file. */
  @WrongAnswer("AccessDenied")
  public static class RecoversFromEveryErrorOfTheFileSystem extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionallyCompose(failure ->
          unwrapped(failure) instanceof FileSystemException
              ? CompletableFuture.completedFuture(fallback)
              : CompletableFuture.failedFuture(failure));
    }
  }

  /** Treats every failure as a missing file. */
  @WrongAnswer("although the file was not missing")
  public static class RecoversFromEverything extends FailurePaths {

    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionally(failure -> fallback);
    }
  }

  /** Replaces the first failure with that of the close. */
  @WrongAnswer("reports only the failure of the close")
  public static class ReplacesTheFirstFailure extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                CompletableFuture<R> outcome;
                try {
                  outcome = body.apply(channel);
                } catch (Throwable e) {
                  outcome = CompletableFuture.failedFuture(e);
                }
                return outcome.handle((result, failure) -> {
                  try {
                    channel.close();
                  } catch (IOException e) {
                    throw new CompletionException(e);
                  }
                  if (failure != null) {
                    throw new CompletionException(failure);
                  }
                  return result;
                });
              },
              executor)
          .thenCompose(outcome -> outcome);
    }
  }

  /** Ignores a close that failed, although bytes may be lost. */
  @WrongAnswer("The future of using(...) with a close that fails")
  public static class SwallowsTheFailureOfTheClose extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                CompletableFuture<R> outcome;
                try {
                  outcome = body.apply(channel);
                } catch (Throwable e) {
                  outcome = CompletableFuture.failedFuture(e);
                }
                return outcome.whenComplete((result, failure) -> {
                  try {
                    channel.close();
                  } catch (IOException ignored) {
                    // "there is nothing to do"
                  }
                });
              },
              executor)
          .thenCompose(outcome -> outcome);
    }
  }

  /** Does not set the interrupt flag again. */
  @WrongAnswer("The caller was interrupted")
  public static class ClearsTheInterruptFlag extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (InterruptedIOException e) {
        Thread.interrupted();
        throw e;
      }
    }
  }

  /** Throws a new exception with the same message. */
  @WrongAnswer("same")
  public static class ThrowsACopyOfTheError extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (IOException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  /** Throws what join throws. */
  @WrongAnswer("Remove the wrappers")
  public static class ThrowsTheWrapper extends FailurePaths {

    @Override
    public <T> T await(CompletableFuture<T> future) {
      return future.join();
    }
  }

  /** Throws the error of the disk as an unchecked one. */
  @WrongAnswer("UncheckedIOException")
  public static class ThrowsUnchecked extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Throws the cause of the cause. */
  @WrongAnswer("it has a cause of its own")
  public static class UnwrapsTooFar extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (IOException e) {
        Throwable root = e;
        while (root.getCause() != null) {
          root = root.getCause();
        }
        throw root instanceof IOException io ? io : e;
      }
    }
  }

  /**
   * Leaves the second failure to whenComplete, which adds it to the wrapper that is thrown away.
   */
  @WrongAnswer("The failure of the close is lost")
  public static class ThrowsFromWhenComplete extends FailurePaths {
    @Override
    protected <R> CompletableFuture<R> closeAfter(
        CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
      return outcome.whenComplete((result, failure) -> {
        try {
          channel.close();
        } catch (IOException e) {
          throw new CompletionException(e);
        }
      });
    }
  }

  /** Turns an interrupt into an unchecked exception, which no caller expects. */
  @WrongAnswer("the caller expects InterruptedIOException")
  public static class ThrowsUncheckedAfterAnInterrupt extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return super.await(future);
      } catch (InterruptedIOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Treats any failure that was caused by a missing file as a missing file. */
  @WrongAnswer("whose cause is java.nio.file.NoSuchFileException")
  public static class LooksAtEveryCause extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.exceptionallyCompose(failure -> {
        Throwable root = failure;
        while (root.getCause() != null) {
          root = root.getCause();
        }
        return root instanceof NoSuchFileException
            ? CompletableFuture.completedFuture(fallback)
            : CompletableFuture.failedFuture(failure);
      });
    }
  }

  /** Completes the future by hand, and only an IOException of the open fails it. */
  @WrongAnswer("The work threw an Error, and the future of using(...) never completes")
  public static class ForgetsAnErrorOfTheOpen extends FailurePaths {
    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      CompletableFuture<R> done = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          start(AsynchronousFileChannel.open(file, options, executor), body)
              .whenComplete((result, failure) -> {
                if (failure == null) {
                  done.complete(result);
                } else {
                  done.completeExceptionally(failure);
                }
              });
        } catch (IOException e) {
          done.completeExceptionally(e);
        }
      });
      return done;
    }
  }

  /** Reports the first failure only. */
  @WrongAnswer("The failure of the close is lost")
  public static class ForgetsTheSecondFailure extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> {
                AsynchronousFileChannel channel = open(file, options, executor);
                CompletableFuture<R> outcome;
                try {
                  outcome = body.apply(channel);
                } catch (Throwable e) {
                  outcome = CompletableFuture.failedFuture(e);
                }
                return outcome.whenComplete((result, failure) -> {
                  try {
                    channel.close();
                  } catch (IOException e) {
                    if (failure == null) {
                      throw new CompletionException(e);
                    }
                  }
                });
              },
              executor)
          .thenCompose(outcome -> outcome);
    }
  }
}
