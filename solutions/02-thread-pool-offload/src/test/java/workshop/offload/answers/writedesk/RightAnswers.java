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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteDesk}, each built in another way. */
final class RightAnswers {

  /** Keeps the futures, and cancels the queued ones before the running ones. */
  @RightAnswer
  public static class CancelsTheQueuedFirst extends WriteDesk {
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
      for (Order order : accepted.reversed()) {
        order.writing.cancel(true);
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

  /**
   * Throws one exception whose message contains all files, and stops the pool with shutdownNow().
   */
  @RightAnswer
  public static class ReportsAllInOneMessage extends WriteDesk {

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

  /** Uses CompletableFuture, with one deadline for all of them. */
  @RightAnswer
  public static class WaitsForAllOfThem extends WriteDesk {

    private final ExecutorService own =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
    private final Map<CompletableFuture<Void>, Path> writings = new ConcurrentHashMap<>();

    @Override
    public void accept(Path file, byte[] content) {
      byte[] copy = content.clone();
      writings.put(CompletableFuture.runAsync(() -> write(file, copy), own), file);
    }

    private static void write(Path file, byte[] content) {
      try {
        Storeroom.write(file, content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.shutdown();
      CompletableFuture<?> all =
          CompletableFuture.allOf(writings.keySet().toArray(new CompletableFuture<?>[0]));
      try {
        all.get(NANOSECONDS.convert(patience), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        // told below
      }
      writings.keySet().forEach(writing -> writing.cancel(true));
      own.shutdownNow();
      IOException told = new IOException("some orders were not written");
      writings.forEach((writing, file) -> {
        if (writing.isCompletedExceptionally()) {
          Throwable why = writing.isCancelled() ? null : writing.exceptionNow();
          told.addSuppressed(new IOException("not written: " + file, why));
        }
      });
      if (told.getSuppressed().length > 0) {
        throw told;
      }
    }
  }
}
