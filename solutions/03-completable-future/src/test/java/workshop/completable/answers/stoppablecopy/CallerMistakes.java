package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link StoppableCopy}: the wrong thread does the work, waits for it, or gets the
 * result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Copies first, and then puts the count into a future. */
  @WrongAnswer("you blocked the caller")
  public static class CopiesOnTheCaller extends StoppableCopy {

    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      try {
        return CompletableFuture.completedFuture(copied(from, to));
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
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

  /** Starts a thread instead of using the executor. */
  @WrongAnswer("executor")
  public static class StartsAThreadPerCopy extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      copied.orTimeout(deadline.toNanos(), NANOSECONDS);
      new Thread(() -> run(from, to, copied)).start();
      return copied;
    }
  }
}
