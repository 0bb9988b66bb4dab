package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Keeps the futures in a map by path, so one of two orders is lost. */
  @WrongAnswer("There were two orders for one file")
  public static class KeepsOneOrderPerFile extends WriteDesk {

    private final ExecutorService own =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
    private final Map<Path, Future<?>> writings = new ConcurrentHashMap<>();

    @Override
    public void accept(Path file, byte[] content) {
      Future<?> writing =
          own.submit(() -> {
            Storeroom.write(file, content);
            return file;
          });
      writings.put(file, writing);
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
      writings.forEach((file, writing) -> {
        if (writing.state() != Future.State.SUCCESS) {
          missing.add(file);
        }
      });
      if (!missing.isEmpty()) {
        throw new IOException("not written: " + missing);
      }
    }
  }

  /** Writes the caller's array later, without a copy. */
  @WrongAnswer("changed its array after accept()")
  public static class KeepsTheCallersArray extends WriteDesk {
    private record Order(Path file, Future<?> writing) {}

    private final List<Order> accepted = new ArrayList<>();
    private final ExecutorService writers =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

    @Override
    public synchronized void accept(Path file, byte[] content) {
      byte[] copy = content;
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

  /** Calls toNanos() on its patience, which overflows. */
  @WrongAnswer("overflows after 292 years")
  public static class OverflowsOnForever extends WriteDesk {
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
        writers.awaitTermination(patience.toNanos(), NANOSECONDS);
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

  /** Writes nothing if there are no bytes. */
  @WrongAnswer("An order with empty content was accepted")
  public static class SkipsEmptyOrders extends WriteDesk {
    private record Order(Path file, Future<?> writing) {}

    private final List<Order> accepted = new ArrayList<>();
    private final ExecutorService writers =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

    @Override
    public synchronized void accept(Path file, byte[] content) {
      if (content.length == 0) {
        return;
      }
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

  /** Rounds its patience down to whole seconds. */
  @WrongAnswer("did not wait at all")
  public static class WaitsWholeSeconds extends WriteDesk {
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
        writers.awaitTermination(patience.toSeconds(), SECONDS);
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

  /** Accepts a hundred orders and no more. */
  @WrongAnswer("accept() rejected an order although the desk is open")
  public static class LimitsItsQueue extends WriteDesk {

    private final AtomicInteger accepted = new AtomicInteger();

    @Override
    public void accept(Path file, byte[] content) {
      if (accepted.incrementAndGet() > 100) {
        throw new RejectedExecutionException("too many orders");
      }
      super.accept(file, content);
    }
  }
}
