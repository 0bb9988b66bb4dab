package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void remember(Order order) {}
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

  /** Stops waiting when it is interrupted, and clears the flag. */
  @WrongAnswer("without setting its interrupt flag again")
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

  /** Waits without a limit, as ExecutorService.close() does. */
  @WrongAnswer("waits longer than it may")
  public static class IgnoresItsPatience extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      super.close(Duration.ofSeconds(Long.MAX_VALUE));
    }
  }

  /** Reports every exception, but no Error. */
  @WrongAnswer("threw an Error, but close() did not report that file")
  public static class SeesNoErrors extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          Optional<IOException> failure(Order order) {
            return super.failure(order).filter(why -> !(why.getCause() instanceof Error));
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

  /** Throws an exception from a second close(). */
  @WrongAnswer("closed already")
  public static class ThrowsFromTheSecondClose extends WriteDesk {
    private boolean closed;

    @Override
    public void close(Duration patience) throws IOException {
      if (closed) {
        throw new IllegalStateException("closed already");
      }
      closed = true;
      super.close(patience);
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
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void await(Duration patience) {
            awaitEach(patience);
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

  /** Has three writers instead of two. */
  @WrongAnswer("Two writer threads are allowed")
  public static class WritesThreeAtOnce extends WriteDesk {
    private final OwnDesk own = new OwnDesk(3, Thread.ofPlatform().daemon(false));

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
