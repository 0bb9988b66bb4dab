package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for each order as long as it may wait for all of them. */
@WrongAnswer("about once for each")
public class WaitsForEachOrderInTurn extends WriteDesk {

  private record Taken(Path file, Future<?> writing) {}

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final List<Taken> taken = new ArrayList<>();

  @Override
  public void accept(Path file, byte[] content) {
    Future<?> writing =
        own.submit(() -> {
          Storeroom.write(file, content);
          return file;
        });
    taken.add(new Taken(file, writing));
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdown();
    IOException told = new IOException("some orders were not written");
    boolean hurry = false;
    for (Taken order : taken) {
      try {
        order.writing.get(hurry ? 0 : patience.toNanos(), NANOSECONDS);
      } catch (InterruptedException e) {
        hurry = true;
        told.addSuppressed(new IOException("not written: " + order.file));
      } catch (ExecutionException | TimeoutException e) {
        told.addSuppressed(new IOException("not written: " + order.file));
      }
    }
    own.shutdownNow();
    taken.forEach(order -> order.writing.cancel(true));
    if (hurry) {
      Thread.currentThread().interrupt();
    }
    if (told.getSuppressed().length > 0) {
      throw told;
    }
  }
}
