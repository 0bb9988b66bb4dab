package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.RightAnswer;

/** Throws one exception whose message contains all files, and stops the pool with shutdownNow(). */
@RightAnswer
public class ReportsAllInOneMessage extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Queue<Map.Entry<Path, Future<?>>> writings = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(Path file, byte[] content) {
    byte[] copy = content.clone();
    writings.add(Map.entry(file, own.submit(() -> write(file, copy))));
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Storeroom.write(file, content);
    return file;
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
    List<Throwable> causes = new ArrayList<>();
    for (Map.Entry<Path, Future<?>> order : writings) {
      if (order.getValue().state() != Future.State.SUCCESS) {
        missing.add(order.getKey());
      }
      if (order.getValue().state() == Future.State.FAILED) {
        causes.add(order.getValue().exceptionNow());
      }
    }
    if (!missing.isEmpty()) {
      IOException all = new IOException("not written: " + missing);
      causes.forEach(all::addSuppressed);
      throw all;
    }
  }
}
