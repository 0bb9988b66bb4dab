package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Drops the future of each order, so no failure is reported. */
@WrongAnswer("in a future that no code asks")
public class DropsTheFuture extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

  @Override
  public void accept(Path file, byte[] content) {
    own.submit(() -> {
      Storeroom.write(file, content);
      return file;
    });
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdown();
    try {
      own.awaitTermination(patience.toNanos(), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
