package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Writes on the caller's thread in accept(). */
@WrongAnswer("you blocked the caller")
public class WritesOnTheCaller extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Map<Path, Future<?>> writings = new ConcurrentHashMap<>();

  @Override
  public void accept(Path file, byte[] content) {
    FutureTask<Path> writing =
        new FutureTask<>(() -> {
          Storeroom.write(file, content);
          return file;
        });
    writing.run();
    writings.put(file, writing);
  }

  @Override
  public void close(Duration patience) throws IOException {
    IOException told = new IOException("not written: ");
    writings.forEach((file, writing) -> tell(file, writing, told));
    if (told.getSuppressed().length > 0) {
      throw told;
    }
  }

  private static void tell(Path file, Future<?> writing, IOException told) {
    if (writing.cancel(true)) {
      told.addSuppressed(new IOException("not written: " + file));
    } else if (writing.state() == Future.State.FAILED) {
      told.addSuppressed(new IOException("not written: " + file, writing.exceptionNow()));
    }
  }
}
