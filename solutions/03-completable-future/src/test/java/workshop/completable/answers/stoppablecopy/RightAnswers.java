package workshop.completable.answers.stoppablecopy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link StoppableCopy}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Copies in chunks of 64 KiB, with a direct buffer. */
  @RightAnswer
  public static class CopiesInLargeChunks extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        ByteBuffer chunk(FileChannel in) {
          return ByteBuffer.allocateDirect(64 * 1024);
        }
      }.copy();
    }
  }

  /** Sets the deadline with a delayed executor. */
  @RightAnswer
  public static class UsesADelayedExecutor extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = super.copy(from, to, Duration.ofDays(1), executor);
      CompletableFuture.delayedExecutor(deadline.toNanos(), TimeUnit.NANOSECONDS)
          .execute(() -> copied.completeExceptionally(new TimeoutException()));
      return copied;
    }
  }

  /**
   * Cancels the Future that submit returns, which interrupts the thread and so closes the
   * FileChannel.
   */
  @RightAnswer
  public static class InterruptsTheTask extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      Future<?> task = executor.submit(() -> run(from, to, copied));
      copied.whenComplete((_, _) -> task.cancel(true));
      return copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    }

    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return super.copyWhileWanted(from, to, new CompletableFuture<>());
    }
  }

  /** Sets a flag in a stage on the returned future. */
  @RightAnswer
  public static class LooksAtAFlag extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      AtomicBoolean stopped = new AtomicBoolean();
      copied.whenComplete((_, _) -> stopped.set(true));
      new OwnCopy(from, to, OwnCopy.doneWhen(stopped::get)) {
        @Override
        long copy() throws IOException {
          requireTwoFiles(from, to);
          return super.copy();
        }
      }.complete(copied);
    }
  }

  /** Copies with streams, and checks between the read and the write. */
  @RightAnswer
  public static class OpensTheTargetFirst extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      try (InputStream in = Files.newInputStream(from);
          OutputStream out = Files.newOutputStream(to)) {
        byte[] chunk = new byte[8192];
        long count = 0;
        int read;
        while (!wanted.isDone() && (read = in.read(chunk)) != -1) {
          if (wanted.isDone()) {
            break;
          }
          out.write(chunk, 0, read);
          count += read;
        }
        return count;
      }
    }
  }

  /** Uses a flag of its own, and streams instead of channels. */
  @RightAnswer
  public static class StopsByAFlagOfItsOwn extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      AtomicBoolean stop = new AtomicBoolean();
      copied.whenComplete((_, _) -> stop.set(true));
      if (stop.get()) {
        return;
      }
      try {
        copied.complete(copied(from, to, stop));
      } catch (Throwable e) {
        copied.completeExceptionally(e);
      }
    }

    private static long copied(Path from, Path to, AtomicBoolean stop) throws IOException {
      try (InputStream in = Files.newInputStream(from);
          OutputStream out = Files.newOutputStream(to)) {
        byte[] chunk = new byte[1024];
        long count = 0;
        for (int read; !stop.get() && (read = in.read(chunk)) != -1; count += read) {
          if (stop.get()) {
            break;
          }
          out.write(chunk, 0, read);
        }
        return count;
      }
    }
  }
}
