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
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Checks the future before each read, but not before each write. */
  @WrongAnswer("but then the WRITE of copy.txt began")
  public static class AsksBeforeReadsOnly extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          if (!copied.isDone()) {
            copied.complete(copied(from, to, copied));
          }
        } catch (Throwable e) {
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
          while (chunk.hasRemaining()) {
            count += out.write(chunk);
          }
          chunk.clear();
        }
        return count;
      }
    }
  }

  /** Checks the future between two chunks, but not before it opens the files. */
  @WrongAnswer("was canceled while it was queued")
  public static class ForgetsToAskBeforeItOpens extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          copied.complete(copied(from, to, copied));
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
      return copied.orTimeout(deadline.toMillis(), MILLISECONDS);
    }

    private static long copied(Path from, Path to, Future<?> wanted) throws IOException {
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

  /** Checks the clock between two chunks, so a slow disk delays the deadline. */
  @WrongAnswer("checks the clock only between two chunks")
  public static class LooksAtTheClockBetweenChunks extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      long end = System.nanoTime() + deadline.toNanos();
      executor.execute(() -> {
        try {
          if (System.nanoTime() >= end) {
            throw new TimeoutException();
          }
          copied.complete(copied(from, to, end, copied));
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
      return copied;
    }

    private static long copied(Path from, Path to, long end, Future<?> wanted)
        throws IOException, TimeoutException {
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (!wanted.isDone() && in.read(chunk) != -1) {
          if (System.nanoTime() >= end) {
            throw new TimeoutException();
          }
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

  /** Opens both files, and only then checks whether the copy is still wanted. */
  @WrongAnswer("open")
  public static class OpensBeforeItAsks extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      try {
        copied.complete(copyWhileWanted(from, to, copied));
      } catch (Throwable e) {
        copied.completeExceptionally(e);
      }
    }
  }

  /** The deadline counts from the start of the task. */
  @WrongAnswer("not in the task")
  public static class SetsTheDeadlineInTheTask extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        copied.orTimeout(deadline.toNanos(), NANOSECONDS);
        try {
          if (!copied.isDone()) {
            copied.complete(copied(from, to, copied));
          }
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
      return copied;
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

  /** Completes the future as the last statement of the block, and the block closes after that. */
  @WrongAnswer("the disk still holds the close")
  public static class CompletesBeforeBothFilesAreClosed extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        if (copied.isDone()) {
          return;
        }
        try (FileChannel in = FileChannel.open(from, READ);
            FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
          long count = 0;
          ByteBuffer chunk = ByteBuffer.allocate(8192);
          while (!copied.isDone() && in.read(chunk) != -1) {
            chunk.flip();
            while (!copied.isDone() && chunk.hasRemaining()) {
              count += out.write(chunk);
            }
            chunk.clear();
          }
          copied.complete(count);
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
      return copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    }
  }

  /** Completes at the deadline only after the files are closed. */
  @WrongAnswer("deadline")
  public static class ReportsTheDeadlineWhenTheDiskAnswers extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      CompletableFuture<Long> told = new CompletableFuture<>();
      copied.orTimeout(deadline.toNanos(), NANOSECONDS);
      executor.execute(() -> {
        run(from, to, copied);
        copied.whenComplete((count, e) -> {
          if (e == null) {
            told.complete(count);
          } else {
            told.completeExceptionally(e);
          }
        });
      });
      return told;
    }
  }
}
