package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.io.InterruptedIOException;
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
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link FailurePaths}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Completes one future by hand when all is done, and closes on the executor. */
  @RightAnswer
  public static class CompletesOneFutureByHand extends FailurePaths {

    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      CompletableFuture<R> closed = new CompletableFuture<>();
      executor.execute(() -> {
        AsynchronousFileChannel channel;
        try {
          channel = AsynchronousFileChannel.open(file, options, executor);
        } catch (Throwable e) {
          closed.completeExceptionally(e);
          return;
        }
        try {
          body.apply(channel).whenComplete((result, e) -> end(channel, result, e, closed));
        } catch (Throwable e) {
          end(channel, null, e, closed);
        }
      });
      return closed;
    }

    private static <R> void end(
        AsynchronousFileChannel channel, R result, Throwable thrown, CompletableFuture<R> closed) {
      Throwable failure =
          thrown instanceof CompletionException && thrown.getCause() != null
              ? thrown.getCause()
              : thrown;
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
      if (failure == null) {
        closed.complete(result);
      } else {
        closed.completeExceptionally(failure);
      }
    }

    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      CompletableFuture<byte[]> recovered = new CompletableFuture<>();
      reading.whenComplete((bytes, thrown) -> {
        Throwable failure = thrown;
        while (failure instanceof CompletionException && failure.getCause() != null) {
          failure = failure.getCause();
        }
        if (failure instanceof NoSuchFileException) {
          recovered.complete(fallback);
        } else if (failure != null) {
          recovered.completeExceptionally(failure);
        } else {
          recovered.complete(bytes);
        }
      });
      return recovered;
    }
  }

  /** Uses handle instead of whenComplete, and get instead of join. */
  @RightAnswer
  public static class HandlesBothInOneFunction extends FailurePaths {

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
                return outcome
                    .handle((result, failure) -> {
                      try {
                        channel.close();
                      } catch (IOException e) {
                        if (failure == null) {
                          return CompletableFuture.<R>failedFuture(e);
                        }
                        bare(failure).addSuppressed(e);
                      }
                      return failure == null
                          ? CompletableFuture.completedFuture(result)
                          : CompletableFuture.<R>failedFuture(failure);
                    })
                    .thenCompose(closed -> closed);
              },
              executor)
          .thenCompose(outcome -> outcome);
    }

    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        Throwable cause = bare(e.getCause());
        if (cause instanceof IOException failure) {
          throw failure;
        }
        if (cause instanceof RuntimeException failure) {
          throw failure;
        }
        if (cause instanceof Error failure) {
          throw failure;
        }
        throw new IOException(cause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted");
        interrupted.initCause(e);
        throw interrupted;
      }
    }

    private static Throwable bare(Throwable failure) {
      Throwable bare = failure;
      while (bare instanceof CompletionException && bare.getCause() != null) {
        bare = bare.getCause();
      }
      return bare;
    }
  }

  /** Uses handle, which makes a future of either outcome. */
  @RightAnswer
  public static class HandlesThenComposes extends FailurePaths {
    @Override
    protected <R> CompletableFuture<R> closeAfter(
        CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
      return outcome
          .handle((result, failure) -> {
            try {
              channel.close();
            } catch (IOException e) {
              if (failure == null) {
                return CompletableFuture.<R>failedFuture(e);
              }
              unwrapped(failure).addSuppressed(e);
            }
            return failure == null
                ? CompletableFuture.completedFuture(result)
                : CompletableFuture.<R>failedFuture(failure);
          })
          .thenCompose(same -> same);
    }
  }

  /** Uses handle instead of exceptionallyCompose. */
  @RightAnswer
  public static class RecoversInAHandler extends FailurePaths {
    @Override
    public CompletableFuture<byte[]> orIfMissing(
        CompletableFuture<byte[]> reading, byte[] fallback) {
      return reading.handle((bytes, failure) -> {
        if (failure == null) {
          return bytes;
        }
        if (unwrapped(failure) instanceof NoSuchFileException) {
          return fallback;
        }
        throw new CompletionException(unwrapped(failure));
      });
    }
  }

  /** Throws to the caller if the executor is shut down. */
  @RightAnswer
  public static class ThrowsARefusalAtTheCaller extends FailurePaths {
    @Override
    public <R> CompletableFuture<R> using(
        Path file,
        Set<? extends OpenOption> options,
        ExecutorService executor,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return CompletableFuture.supplyAsync(
              () -> start(open(file, options, executor), body), executor)
          .thenCompose(outcome -> outcome);
    }
  }

  /** Unwraps what get() throws. */
  @RightAnswer
  public static class WaitsWithGet extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
          cause = cause.getCause();
        }
        if (cause instanceof IOException io) {
          throw io;
        }
        if (cause instanceof RuntimeException unchecked) {
          throw unchecked;
        }
        if (cause instanceof Error error) {
          throw error;
        }
        throw new IOException(cause);
      }
    }
  }

  /** Waits with join, which cannot be interrupted. */
  @RightAnswer
  public static class WaitsWithJoin extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return future.join();
      } catch (CompletionException wrapper) {
        switch (unwrapped(wrapper)) {
          case IOException e -> throw e;
          case RuntimeException e -> throw e;
          case Error e -> throw e;
          case Throwable e -> throw new IOException(e.toString(), e);
        }
      }
    }
  }
}
