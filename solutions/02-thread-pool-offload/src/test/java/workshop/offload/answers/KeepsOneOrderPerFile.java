package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps the futures in a map by path, so one of two orders is lost. */
@WrongAnswer("Two orders for one file")
public class KeepsOneOrderPerFile extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Map<Path, Future<?>> writings = new ConcurrentHashMap<>();

  @Override
  public void accept(Path file, byte[] content) {
    Future<?> writing =
        own.submit(() -> {
          Storeroom.write(file, content);
          return file;
        });
    writings.put(file, writing);
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdown();
    try {
      own.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    own.shutdownNow();
    List<Path> missing = new ArrayList<>();
    writings.forEach((file, writing) -> {
      if (writing.state() != Future.State.SUCCESS) {
        missing.add(file);
      }
    });
    if (!missing.isEmpty()) {
      throw new IOException("not written: " + missing);
    }
  }
}
