package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import java.util.concurrent.TimeoutException;
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
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          if (!copied.isDone()) {
            copied.complete(copied(from, to, copied));
          }
        } catch (Exception e) {
          copied.completeExceptionally(e);
        }
      });
      return copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    }

    private static long copied(Path from, Path to, Future<Long> wanted) throws IOException {
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (!wanted.isDone() && in.read(chunk) != -1) {
          chunk.flip();
          while (!wanted.isDone() && chunk.hasRemaining()) {
            count += out.write(chunk);
          }
          chunk.clear();
        }
        return count;
      }
    }
  }

  /** Uses Files.copy, which cannot be stopped. */
  @WrongAnswer("Nothing can stop it in the middle")
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
  @WrongAnswer("stop no thread")
  public static class ExpectsAnInterrupt extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          if (!copied.isDone()) {
            copied.complete(copied(from, to));
          }
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
      copied.completeOnTimeout(null, deadline.toMillis(), MILLISECONDS);
      return copied.thenApply(count -> {
        if (count == null) {
          copied.cancel(true);
          throw new CompletionException(new TimeoutException());
        }
        return count;
      });
    }

    private static long copied(Path from, Path to) throws IOException {
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (!Thread.currentThread().isInterrupted() && in.read(chunk) != -1) {
          chunk.flip();
          while (!Thread.currentThread().isInterrupted() && chunk.hasRemaining()) {
            count += out.write(chunk);
          }
          chunk.clear();
        }
        return count;
      }
    }
  }

  /** orTimeout tells the caller, but the work does not stop. */
  @WrongAnswer("cancel and orTimeout stop no thread")
  public static class OnlyTimesOut extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return copied(from, to);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              executor)
          .orTimeout(deadline.toMillis(), MILLISECONDS);
    }

    private static long copied(Path from, Path to) throws IOException {
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (in.read(chunk) != -1) {
          chunk.flip();
          while (chunk.hasRemaining()) {
            count += out.write(chunk);
          }
          chunk.clear();
        }
        return count;
      }
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

  /** The work checks one future, and the caller cancels the one after it. */
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
      try (FileChannel in = FileChannel.open(from, READ)) {
        FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE);
        try {
          long count = 0;
          ByteBuffer chunk = ByteBuffer.allocate(8192);
          while (!wanted.isDone() && in.read(chunk) != -1) {
            chunk.flip();
            while (!wanted.isDone() && chunk.hasRemaining()) {
              count += out.write(chunk);
            }
            chunk.clear();
          }
          return count;
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
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        while (!wanted.isDone() && count < in.size()) {
          count += in.transferTo(count, 8192, out);
        }
        return count;
      }
    }
  }

  /** Looks for a cancel, and forgets that a timeout is none. */
  @WrongAnswer("A cancel stops the work, but a timeout does not")
  public static class LooksForACancelOnly extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return super.copyWhileWanted(
          from,
          to,
          new CompletableFuture<Void>() {
            @Override
            public boolean isDone() {
              return wanted.isCancelled();
            }
          });
    }
  }
}
