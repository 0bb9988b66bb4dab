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

/** Wrong answers to {@link WriteDesk}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Returns when patience runs out, as if all was written. */
  @WrongAnswer("The patience ran out before any order was written")
  public static class GivesUpInSilence extends WriteDesk {

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
        if (!own.awaitTermination(patience.toNanos(), NANOSECONDS)) {
          own.shutdownNow();
          return;
        }
      } catch (InterruptedException e) {
        own.shutdownNow();
        Thread.currentThread().interrupt();
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

  /** Reports the orders in the queue, and not those that were interrupted. */
  @WrongAnswer("did not report order-")
  public static class LeavesOutTheRunning extends WriteDesk {
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
        Thread.currentThread().interrupt();
      }
      List<Runnable> queued = writers.shutdownNow();
      List<IOException> failures = new ArrayList<>();
      for (Order order : accepted) {
        if (!queued.contains(order.writing) && !order.writing.isDone()) {
          continue;
        }
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

  /** Returns from a second close() as if all was written. */
  @WrongAnswer("a second one did not report them all")
  public static class ReportsOnlyOnce extends WriteDesk {

    private boolean closed;

    @Override
    public void close(Duration patience) throws IOException {
      if (!closed) {
        closed = true;
        super.close(patience);
      }
    }
  }
}
