package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Closes what it read from; what it wrote to only on the happy path. */
@WrongAnswer(value = "Left open", kind = AnswerKind.RESOURCE)
public class LeavesTheTargetOpen extends StoppableCopy {

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
