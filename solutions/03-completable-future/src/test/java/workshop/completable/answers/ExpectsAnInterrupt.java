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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Expects cancel(true) to interrupt a thread. */
@WrongAnswer(value = "stops no thread", kind = AnswerKind.PROMISE)
public class ExpectsAnInterrupt extends StoppableCopy {

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
