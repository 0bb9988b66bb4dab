package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

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
import workshop.testkit.exercise.WrongAnswer;

/** Looks at the clock between two chunks, so a slow disk delays the deadline. */
@WrongAnswer(value = "looks at the clock only between two chunks", kind = AnswerKind.HELD_TOO_EARLY)
public class LooksAtTheClockBetweenChunks extends StoppableCopy {

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
