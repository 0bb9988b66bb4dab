package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Calls shutdown(), which does not wait, and returns. */
@WrongAnswer("of 5 accepted writes 5 are not done")
public class ClosesWithoutWaiting extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

  @Override
  public void accept(Path file, byte[] content) {
    own.submit(() -> write(file, content));
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Storeroom.write(file, content);
    return file;
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdown();
  }
}
