package workshop.completable.answers;

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
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Asks before each read, and not before each write. */
@WrongAnswer(value = "after that, the WRITE of copy.txt began", kind = AnswerKind.HELD_TOO_EARLY)
public class AsksBeforeReadsOnly extends StoppableCopy {

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
