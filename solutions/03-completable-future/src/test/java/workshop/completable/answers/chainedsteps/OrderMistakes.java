package workshop.completable.answers.chainedsteps;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChainedSteps} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Passes a function that returns a future to thenAccept, which drops that future. */
  @WrongAnswer("A stage created that future and dropped it")
  public static class DropsTheInnerFuture extends ChainedSteps {

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return read(from, executor).thenAccept(bytes -> write(to, bytes, executor));
    }
  }

  /** Starts two steps at the same time that should run one after the other. */
  @WrongAnswer("Both steps were started together")
  public static class StartsBothStepsAtOnce extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      CompletableFuture<Void> written = write(file, content, executor);
      CompletableFuture<byte[]> read = read(file, executor);
      return written.thenCombine(read, (nothing, bytes) -> bytes);
    }
  }

  /** Passes the bytes from one task to the next in a field. */
  @WrongAnswer("One object copied two files at the same time, and mixed up their bytes")
  public static class PassesTheBytesInAField extends ChainedSteps {

    private volatile byte[] last = {};

    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return read(from, executor)
          .thenAccept(bytes -> last = bytes)
          .thenComposeAsync(done -> write(to, last, executor), executor);
    }
  }
}
