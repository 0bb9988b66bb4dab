package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the interrupt away while it closes. */
@WrongAnswer("without its interrupt flag")
public class ClearsTheFlag extends WriteDesk {
  private record Order(Path file, Future<?> writing) {}

  private final List<Order> accepted = new ArrayList<>();
  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

  @Override
  public synchronized void accept(Path file, byte[] content) {
    byte[] copy = content.clone();
    Future<?> writing =
        writers.submit(() -> {
          Storeroom.write(file, copy);
          return file;
        });
    accepted.add(new Order(file, writing));
  }

  @Override
  public void close(Duration patience) throws IOException {
    synchronized (this) {
      writers.shutdown();
    }
    try {
      writers.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.interrupted();
    }
    writers.shutdownNow();
    List<IOException> failures = new ArrayList<>();
    for (Order order : accepted) {
      order.writing.cancel(true);
      switch (order.writing.state()) {
        case SUCCESS -> {}
        case FAILED ->
            failures.add(
                new IOException("not written: " + order.file, order.writing.exceptionNow()));
        case CANCELLED, RUNNING -> failures.add(new IOException("not written: " + order.file));
      }
    }
    if (!failures.isEmpty()) {
      IOException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
