package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Accepts orders after close(), and drops them. */
  @WrongAnswer("accept() returned normally")
  public static class AcceptsWhenClosed extends WriteDesk {

    @Override
    public void accept(Path file, byte[] content) {
      try {
        super.accept(file, content);
      } catch (RejectedExecutionException e) {
        // closed: never mind
      }
    }
  }

  /** Drops the future of each order, so no failure is reported. */
  @WrongAnswer("in a future that no code looks at")
  public static class DropsTheFuture extends WriteDesk {

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

  /** Stops waiting when it is interrupted, and clears the flag. */
  @WrongAnswer("without its interrupt flag")
  public static class ForgetsTheInterrupt extends WriteDesk {

    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } finally {
        Thread.interrupted();
      }
    }
  }

  /** Closes its pool with ExecutorService.close(), which waits without a limit. */
  @WrongAnswer("waits longer than it may")
  public static class IgnoresItsPatience extends WriteDesk {

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
      own.close();
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

  /** Notes an IOException where it happens, and no Error. */
  @WrongAnswer("whose write threw an Error")
  public static class SeesNoErrors extends WriteDesk {

    private final ExecutorService own =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
    private final Queue<Path> failed = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(Path file, byte[] content) {
      own.submit(() -> {
        try {
          Storeroom.write(file, content);
        } catch (IOException e) {
          failed.add(file);
        }
      });
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
      if (!failed.isEmpty()) {
        throw new IOException("not written: " + failed);
      }
    }
  }

  /** Throws an exception from a second close(). */
  @WrongAnswer("closed already")
  public static class ThrowsFromTheSecondClose extends WriteDesk {
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
      if (writers.isShutdown()) {
        throw new IllegalStateException("closed already");
      }
      synchronized (this) {
        writers.shutdown();
      }
      try {
        writers.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
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

  /** Throws an unchecked exception. */
  @WrongAnswer("threw java.io.UncheckedIOException")
  public static class ThrowsUnchecked extends WriteDesk {

    @Override
    public void close(Duration patience) {
      try {
        super.close(patience);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Waits for each order as long as it may wait for all of them. */
  @WrongAnswer("about once for each")
  public static class WaitsForEachOrderInTurn extends WriteDesk {

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

  /** Has three writers instead of two. */
  @WrongAnswer("Two writers are allowed")
  public static class WritesThreeAtOnce extends WriteDesk {
    private record Order(Path file, Future<?> writing) {}

    private final List<Order> accepted = new ArrayList<>();
    private final ExecutorService writers =
        Executors.newFixedThreadPool(
            3, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

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
}
