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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link StoppableCopy}: they leave something open or running, or use too much.
 */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** One chunk as large as the file. */
  @WrongAnswer("copied the whole file")
  public static class CopiesInOneChunk extends StoppableCopy {

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
        ByteBuffer chunk = ByteBuffer.allocate((int) in.size() + 1);
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

  /** A timer of its own, which is never shut down. */
  @WrongAnswer("thread")
  public static class LeavesATimerBehind extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
      CompletableFuture<Long> copied = super.copy(from, to, Duration.ofDays(1), executor);
      timer.schedule(
          () -> copied.completeExceptionally(new TimeoutException()),
          deadline.toMillis(),
          MILLISECONDS);
      return copied;
    }
  }

  /** Closes the source always, but the target only after a complete copy. */
  @WrongAnswer("Left open")
  public static class LeavesTheTargetOpen extends StoppableCopy {

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
      return copied.orTimeout(deadline.toMillis(), MILLISECONDS);
    }

    private static long copied(Path from, Path to, Future<?> wanted) throws IOException {
      try (FileChannel in = FileChannel.open(from, READ)) {
        FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE);
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (in.read(chunk) != -1) {
          chunk.flip();
          while (chunk.hasRemaining()) {
            if (wanted.isDone()) {
              return count;
            }
            count += out.write(chunk);
          }
          chunk.clear();
          if (wanted.isDone()) {
            return count;
          }
        }
        out.close();
        return count;
      }
    }
  }
}
