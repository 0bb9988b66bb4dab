package workshop.offload.answers.writedesk;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteDesk}, each built in a different way. */
final class RightAnswers {

  /** Keeps the futures, and cancels the queued ones before the running ones. */
  @RightAnswer
  public static class CancelsTheQueuedFirst extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void stop() {
            accepted.reversed().forEach(order -> order.writing().cancel(true));
            super.stop();
          }
        };

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.close(patience);
    }
  }

  /** Throws one exception whose message contains all files. */
  @RightAnswer
  public static class ReportsAllInOneMessage extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          IOException report(List<IOException> failures) {
            IOException all = new IOException("not written: " + failures);
            failures.forEach(each -> all.addSuppressed(each.getCause()));
            return all;
          }
        };

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.close(patience);
    }
  }

  /** Uses CompletableFuture, with one deadline for all of them. */
  @RightAnswer
  public static class WaitsForAllOfThem extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          Future<?> submit(Path file, byte[] content) {
            return CompletableFuture.runAsync(() -> write(file, content), writers);
          }

          @Override
          void await(Duration patience) {
            try {
              CompletableFuture.allOf(
                      accepted.stream().map(Order::writing).toArray(CompletableFuture<?>[]::new))
                  .get(NANOSECONDS.convert(patience), NANOSECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
              // reported later
            }
          }
        };

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.close(patience);
    }
  }
}
