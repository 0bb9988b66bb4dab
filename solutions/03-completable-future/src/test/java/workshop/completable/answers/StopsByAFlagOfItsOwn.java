package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** A flag of its own, and streams instead of channels. */
@RightAnswer
public class StopsByAFlagOfItsOwn extends StoppableCopy {

  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Long> copied = new CompletableFuture<>();
    copied.whenComplete((count, failure) -> stop.set(true));
    copied.orTimeout(deadline.toMillis(), MILLISECONDS);
    try {
      executor.execute(() -> {
        if (stop.get()) {
          return;
        }
        try {
          copied.complete(copied(from, to, stop));
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
    } catch (RuntimeException e) {
      copied.completeExceptionally(e);
    }
    return copied;
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
