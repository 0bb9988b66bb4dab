package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Does not catch an Error, so the future never completes. */
  @WrongAnswer("Catch Throwable")
  public static class CatchesExceptionOnly extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      try {
        if (!copied.isDone()) {
          copied.complete(copyWhileWanted(from, to, copied));
        }
      } catch (Exception e) {
        copied.completeExceptionally(e);
      }
    }
  }

  /** Uses Files.copy, which cannot be stopped. */
  @WrongAnswer("No cancel can stop it midway")
  public static class CopiesInOneOperation extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                  return Files.size(to);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              executor)
          .orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Expects cancel(true) to interrupt a thread. */
  @WrongAnswer("stops no thread")
  public static class ExpectsAnInterrupt extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return super.copyWhileWanted(
          from, to, OwnCopy.doneWhen(Thread.currentThread()::isInterrupted));
    }
  }

  /** Uses orTimeout, which tells the caller but does not stop the work. */
  @WrongAnswer("A cancel or a timeout stops no thread")
  public static class OnlyTimesOut extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return super.copyWhileWanted(from, to, new CompletableFuture<>());
    }
  }

  /** Deletes the target after a failure. */
  @WrongAnswer("copy.txt was deleted")
  public static class DeletesThePartialCopy extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = super.copy(from, to, deadline, executor);
      copied.exceptionally(e -> {
        try {
          Files.deleteIfExists(to);
        } catch (IOException deleting) {
          e.addSuppressed(deleting);
        }
        return 0L;
      });
      return copied;
    }
  }

  /** Checks one future in the work, but returns another one, which the caller cancels. */
  @WrongAnswer("return that very future")
  public static class ReturnsAnotherFuture extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return super.copy(from, to, deadline, executor).thenApply(count -> count);
    }
  }

  /** Ignores a close that fails, although the bytes may be lost. */
  @WrongAnswer("whose target fails to close succeeded")
  public static class SwallowsTheFailureOfTheClose extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      OwnCopy copy = new OwnCopy(from, to, wanted);
      try (FileChannel in = FileChannel.open(from, READ)) {
        FileChannel out = copy.openTarget();
        try {
          return copy.copy(in, out);
        } finally {
          closeQuietly(out);
        }
      }
    }

    private static void closeQuietly(FileChannel channel) {
      try {
        channel.close();
      } catch (IOException e) {
        // "cannot happen"
      }
    }
  }

  /** Moves the bytes inside the operating system, where the suite cannot hold a read. */
  @WrongAnswer("Replace transferTo with a loop")
  public static class CopiesWithTransferTo extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        long copy(FileChannel in, FileChannel out) throws IOException {
          long count = 0;
          while (mayRead() && count < in.size()) {
            count += in.transferTo(count, 8192, out);
          }
          return count;
        }
      }.copy();
    }
  }

  /** Checks for a cancel, but not for a timeout. */
  @WrongAnswer("A cancel stops the work, but a timeout does not")
  public static class LooksForACancelOnly extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return super.copyWhileWanted(from, to, OwnCopy.doneWhen(wanted::isCancelled));
    }
  }
}
