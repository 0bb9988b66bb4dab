package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Keeps one future per path, so one of two orders is lost. */
  @WrongAnswer("Of two orders for one file")
  public static class KeepsOneOrderPerFile extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void remember(Order order) {
            accepted.removeIf(other -> other.file().equals(order.file()));
            accepted.add(order);
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

  /** Writes the caller's array later, without a copy. */
  @WrongAnswer("changed its array after accept()")
  public static class KeepsTheCallersArray extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          byte[] copy(byte[] content) {
            return content;
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

  /** Calls toNanos() on its patience, which overflows. */
  @WrongAnswer("overflows above 292 years")
  public static class OverflowsOnForever extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      super.close(Duration.ofNanos(patience.toNanos()));
    }
  }

  /** Writes nothing if there are no bytes. */
  @WrongAnswer("An order with empty content was accepted")
  public static class SkipsEmptyOrders extends WriteDesk {
    @Override
    public void accept(Path file, byte[] content) {
      if (content.length > 0) {
        super.accept(file, content);
      }
    }
  }

  /** Rounds its patience down to whole seconds. */
  @WrongAnswer("did not wait at all")
  public static class WaitsWholeSeconds extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      super.close(Duration.ofSeconds(patience.toSeconds()));
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
