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

/** Reports every order as not written when one has failed. */
@WrongAnswer("which is on the disk")
public class ReportsAllOrders extends WriteDesk {

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
    try {
      own.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    own.shutdownNow();
    if (taken.stream().anyMatch(order -> order.writing.state() != Future.State.SUCCESS)) {
      throw new IOException("not written: " + taken.stream().map(Taken::file).toList());
    }
  }
}
