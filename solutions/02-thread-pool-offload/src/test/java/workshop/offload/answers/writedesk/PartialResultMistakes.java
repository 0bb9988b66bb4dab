package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Returns when patience runs out, as if all orders had been written. */
  @WrongAnswer("The patience ran out before any order was written")
  public static class GivesUpInSilence extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException e) {
        if (!(e.getCause() instanceof CancellationException)) {
          throw e;
        }
      }
    }
  }

  /** Reports the orders in the queue, but not those that were interrupted. */
  @WrongAnswer("did not report order-")
  public static class LeavesOutTheRunning extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void stop() {
            List<Runnable> queued = writers.shutdownNow();
            accepted.removeIf(
                order -> !queued.contains(order.writing()) && !order.writing().isDone());
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

  /** Returns from a second close() as if all orders had been written. */
  @WrongAnswer("a second close() did not report all of them")
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
