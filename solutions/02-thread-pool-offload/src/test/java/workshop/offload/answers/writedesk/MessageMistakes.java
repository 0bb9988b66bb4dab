package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Reports every order as not written when one has failed. */
  @WrongAnswer("which was written. It threw")
  public static class ReportsAllOrders extends WriteDesk {

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
      try {
        own.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      own.shutdownNow();
      if (taken.stream().anyMatch(order -> order.writing.state() != Future.State.SUCCESS)) {
        throw new IOException("not written: " + taken.stream().map(Taken::file).toList());
      }
    }
  }

  /** Reports why a file was not written, in the message only. */
  @WrongAnswer("the disk's own error is missing")
  public static class ReportsNoCauses extends WriteDesk {
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
      writers.shutdownNow();
      List<IOException> failures = new ArrayList<>();
      for (Order order : accepted) {
        order.writing.cancel(true);
        switch (order.writing.state()) {
          case SUCCESS -> {}
          case FAILED ->
              failures.add(
                  new IOException(
                      "not written: " + order.file + ": " + order.writing.exceptionNow()));
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

  /** Throws at the first failure, and never reports the second. */
  @WrongAnswer("did not report order-")
  public static class ReportsOnlyTheFirst extends WriteDesk {

    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException first) {
        throw new IOException(first.getMessage(), first.getCause());
      }
    }
  }

  /** Reports the last part of each path. */
  @WrongAnswer("without its directories")
  public static class ReportsOnlyTheName extends WriteDesk {

    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException e) {
        IOException named = new IOException(shortened(e), e.getCause());
        Stream.of(e.getSuppressed())
            .forEach(each -> named.addSuppressed(new IOException(shortened(each))));
        throw named;
      }
    }

    private static String shortened(Throwable error) {
      return error.getMessage().replaceAll("\\S*[/\\\\]", "");
    }
  }
}
