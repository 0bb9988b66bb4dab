package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.RightAnswer;

/** Uses CompletableFuture, with one deadline for all of them. */
@RightAnswer
public class WaitsForAllOfThem extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Map<CompletableFuture<Void>, Path> writings = new ConcurrentHashMap<>();

  @Override
  public void accept(Path file, byte[] content) {
    byte[] copy = content.clone();
    writings.put(CompletableFuture.runAsync(() -> write(file, copy), own), file);
  }

  private static void write(Path file, byte[] content) {
    try {
      Storeroom.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close(Duration patience) throws IOException {
    CompletableFuture<?> all =
        CompletableFuture.allOf(writings.keySet().toArray(new CompletableFuture<?>[0]));
    try {
      all.get(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // told below
    }
    writings.keySet().forEach(writing -> writing.cancel(true));
    own.shutdownNow();
    IOException told = new IOException("some orders were not written");
    writings.forEach((writing, file) -> {
      if (writing.isCompletedExceptionally()) {
        Throwable why = writing.isCancelled() ? null : writing.exceptionNow();
        told.addSuppressed(new IOException("not written: " + file, why));
      }
    });
    if (told.getSuppressed().length > 0) {
      throw told;
    }
  }
}
