package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk}: they leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Waits for every write, and leaves its pool open. */
  @WrongAnswer("still alive after the test")
  public static class LeavesItsThreadsWaiting extends WriteDesk {

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
      for (Future<?> writing : writings.values()) {
        try {
          writing.get(patience.toNanos(), NANOSECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
          // told below
        }
      }
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
}
