package workshop.offload.answers.writedesk;

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
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Calls shutdownNow() first, which drops what is queued and interrupts what runs. */
  @WrongAnswer("accepted orders are not written")
  public static class StopsBeforeItDrains extends WriteDesk {

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

  /** Reports what was not written, and writes it later. */
  @WrongAnswer("but they were written later")
  public static class WritesAfterItReported extends WriteDesk {

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
      own.shutdown();
      try {
        own.awaitTermination(patience.toNanos(), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      IOException told = new IOException("not written: ");
      writings.forEach((file, writing) -> tell(file, writing, told));
      if (told.getSuppressed().length > 0) {
        throw told;
      }
    }

    private static void tell(Path file, Future<?> writing, IOException told) {
      if (!writing.isDone()) {
        told.addSuppressed(new IOException("not written: " + file));
      } else if (writing.state() == Future.State.FAILED) {
        told.addSuppressed(new IOException("not written: " + file, writing.exceptionNow()));
      }
    }
  }

  /** Cancels one by one, and waits after the first. That frees a writer for one in the queue. */
  @WrongAnswer("a writer began order-3.txt, which was in the queue")
  public static class CancelsOneByOne extends WriteDesk {
    private record Order(Path file, Future<?> writing) {}

    private final List<Order> accepted = new ArrayList<>();
    private final ExecutorService own =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

    @Override
    public synchronized void accept(Path file, byte[] content) {
      byte[] copy = content.clone();
      accepted.add(new Order(file, own.submit(() -> write(file, copy))));
    }

    private static Path write(Path file, byte[] content) throws IOException {
      Storeroom.write(file, content);
      return file;
    }

    @Override
    public void close(Duration patience) throws IOException {
      synchronized (this) {
        own.shutdown();
      }
      awaitTermination(patience);
      IOException told = new IOException("orders were not written");
      for (Order order : accepted) {
        boolean canceled = order.writing.cancel(true);
        if (canceled && told.getSuppressed().length == 0) {
          awaitTermination(Duration.ofMillis(300)); // gives the first one time to stop
        }
        if (canceled || order.writing.state() != Future.State.SUCCESS) {
          Throwable why = order.writing.isCancelled() ? null : order.writing.exceptionNow();
          told.addSuppressed(new IOException("not written: " + order.file, why));
        }
      }
      if (told.getSuppressed().length > 0) {
        throw told;
      }
    }

    private void awaitTermination(Duration patience) {
      try {
        own.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
