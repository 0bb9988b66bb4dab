package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.READ;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

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

/** Wrong answers to {@link StoppableCopy} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Copies in one chunk that is as large as the file. */
  @WrongAnswer("moved the whole file")
  public static class CopiesInOneChunk extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        ByteBuffer chunk(FileChannel in) throws IOException {
          return ByteBuffer.allocate((int) in.size() + 1);
        }
      }.copy();
    }
  }

  /** Uses a timer of its own, which it never shuts down. */
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

  /** Always closes the source, but closes the target only after a complete copy. */
  @WrongAnswer("Left open")
  public static class LeavesTheTargetOpen extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        long copy() throws IOException {
          try (FileChannel in = FileChannel.open(from, READ)) {
            FileChannel out = openTarget();
            long count = copy(in, out);
            if (mayRead()) {
              out.close();
            }
            return count;
          }
        }
      }.copy();
    }
  }
}
