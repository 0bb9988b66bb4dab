package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Calls shutdownNow() first, which drops what is queued and interrupts what runs. */
@WrongAnswer("are not done")
public class StopsBeforeItDrains extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Map<Path, Future<?>> writings = new ConcurrentHashMap<>();

  @Override
  public void accept(Path file, byte[] content) {
    writings.put(file, own.submit(() -> write(file, content)));
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Storeroom.write(file, content);
    return file;
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdownNow();
    try {
      own.awaitTermination(patience.toNanos(), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
