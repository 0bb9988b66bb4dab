package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import workshop.offload.Storeroom;

/** A desk whose parts the wrong answers override. Without overrides, it is right. */
class OwnDesk {

  record Order(Path file, Future<?> writing) {}

  final List<Order> accepted = new ArrayList<>();
  final ExecutorService writers;

  OwnDesk() {
    this(2, Thread.ofPlatform().daemon(false));
  }

  OwnDesk(int writers, Thread.Builder.OfPlatform threads) {
    this.writers = Executors.newFixedThreadPool(writers, threads.name("writer-", 1).factory());
  }

  synchronized void accept(Path file, byte[] content) {
    remember(new Order(file, submit(file, copy(content))));
  }

  byte[] copy(byte[] content) {
    return content.clone();
  }

  Future<?> submit(Path file, byte[] content) {
    return writers.submit(() -> {
      Storeroom.write(file, content);
      return file;
    });
  }

  void remember(Order order) {
    accepted.add(order);
  }

  void close(Duration patience) throws IOException {
    refuse();
    await(patience);
    stop();
    List<IOException> failures = new ArrayList<>();
    accepted.forEach(order -> failure(order).ifPresent(failures::add));
    if (!failures.isEmpty()) {
      throw report(failures);
    }
  }

  synchronized void refuse() {
    writers.shutdown();
  }

  void await(Duration patience) {
    try {
      writers.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for one order after another, for each of them up to {@code patience}. */
  void awaitEach(Duration patience) {
    for (Order order : accepted) {
      try {
        order.writing.get(NANOSECONDS.convert(patience), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        // reported later
      }
    }
  }

  void stop() {
    writers.shutdownNow();
    accepted.forEach(order -> order.writing.cancel(true));
  }

  Optional<IOException> failure(Order order) {
    return switch (order.writing.state()) {
      case SUCCESS -> Optional.empty();
      case FAILED -> Optional.of(notWritten(order, order.writing.exceptionNow()));
      case CANCELLED, RUNNING -> Optional.of(notWritten(order, new CancellationException()));
    };
  }

  private static IOException notWritten(Order order, Throwable why) {
    return new IOException("not written: " + order.file + ": " + why, why);
  }

  IOException report(List<IOException> failures) {
    IOException first = failures.removeFirst();
    failures.forEach(first::addSuppressed);
    return first;
  }

  /** Writes on the thread that calls it. */
  static void write(Path file, byte[] content) {
    try {
      Storeroom.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns {@code error} and all errors that it suppresses, each worded by {@code words}. */
  static IOException reworded(IOException error, Function<Throwable, IOException> words) {
    IOException reworded = words.apply(error);
    for (Throwable each : error.getSuppressed()) {
      reworded.addSuppressed(words.apply(each));
    }
    return reworded;
  }
}
