package workshop.completable.answers.chainedsteps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Reads on the executor, and writes on the common pool. */
  @WrongAnswer("its tasks run one after another")
  public static class WritesTheCopyOnTheCommonPool extends ChainedSteps {
    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return read(from, executor)
          .thenAcceptAsync(bytes -> {
            try {
              Files.write(to, bytes);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          });
    }
  }

  /** Completes the future of the write inside the block that closes the file. */
  @WrongAnswer("the disk still held the close of the written file")
  public static class CompletesBeforeTheClose extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      CompletableFuture<Void> written = new CompletableFuture<>();
      executor.execute(() -> {
        try (OutputStream out = Files.newOutputStream(file)) {
          out.write(content);
          written.complete(null);
        } catch (Throwable e) {
          written.completeExceptionally(e);
        }
      });
      return written;
    }
  }
}
