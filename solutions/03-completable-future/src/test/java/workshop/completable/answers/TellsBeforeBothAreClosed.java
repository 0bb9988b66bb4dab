package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Completes the future as the last statement of the block, and the block closes after that. */
@WrongAnswer(value = "the disk still holds the close", kind = AnswerKind.HELD_TOO_EARLY)
public class TellsBeforeBothAreClosed extends StoppableCopy {

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
