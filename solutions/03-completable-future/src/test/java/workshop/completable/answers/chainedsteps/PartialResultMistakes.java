package workshop.completable.answers.chainedsteps;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Returns what it wrote, and reads nothing. */
  @WrongAnswer("the suite saw no read of order.txt")
  public static class ReturnsWhatItWrote extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenApply(written -> content);
    }
  }

  /** Completes with an empty result after a failure, and the caller takes it for the file. */
  @WrongAnswer("An error was swallowed")
  public static class TurnsAFailureIntoAnEmptyResult extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, executor).exceptionally(failure -> new byte[0]);
    }
  }

  /** Calls the channel's write only once. */
  @WrongAnswer("written only up to byte 7 of 27")
  public static class WritesWithASingleCall extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                channel.write(ByteBuffer.wrap(content));
              }
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }
}
