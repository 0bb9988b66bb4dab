package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Calls shutdownNow() first, which drops what is queued and interrupts what runs. */
  @WrongAnswer("accepted orders were not written")
  public static class StopsBeforeItDrains extends WriteDesk {
    private final OwnDesk own = new OwnDesk();

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) {
      own.stop();
      own.await(patience);
    }
  }

  /** Reports what was not written, and writes it later. */
  @WrongAnswer("but a late write still changes them")
  public static class WritesAfterItReported extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void stop() {}
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

  /** Cancels one by one. The first cancel frees a writer, which begins a queued order. */
  @WrongAnswer("a writer began order-3.txt, which was in the queue")
  public static class CancelsOneByOne extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void stop() {
            accepted.forEach(order -> order.writing().cancel(true));
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

  /** Reports after an interrupt, but cancels nothing. */
  @WrongAnswer("After an interrupt, close() returned, but these orders were written later: [1, 2")
  public static class WritesOnAfterAnInterrupt extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void stop() {
            if (!Thread.currentThread().isInterrupted()) {
              super.stop();
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
