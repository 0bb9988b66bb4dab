package workshop.completable.answers.chainedsteps;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Completes the future by hand, but only with a result or an IOException. */
  @WrongAnswer("The work threw an Error, and the future of copy(...) never completes")
  public static class CompletesByHandAndForgetsErrors extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      CompletableFuture<byte[]> read = new CompletableFuture<>();
      executor.execute(() -> {
        try {
          read.complete(Files.readAllBytes(file));
        } catch (IOException e) {
          read.completeExceptionally(e);
        }
      });
      return read;
    }
  }

  /** Lets the operating system copy the file: there is nothing to chain. */
  @WrongAnswer("A single COPY operation created copy.txt")
  public static class CallsFilesCopy extends ChainedSteps {

    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Reads with a FileInputStream. */
  @WrongAnswer("or it read the file with java.io")
  public static class ReadsThroughJavaIo extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              try (FileInputStream in = new FileInputStream(file.toFile())) {
                return in.readAllBytes();
              }
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Treats a rejection as success. */
  @WrongAnswer("The future of write(...) succeeded with null")
  public static class TakesARefusalForSuccess extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      try {
        return super.write(file, content, executor);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.completedFuture(null);
      }
    }
  }

  /** Starts the second step in a callback, where a rejection is lost. */
  @WrongAnswer("The future of copy(...) after shutdown() is not complete")
  public static class LosesTheSecondRefusal extends ChainedSteps {
    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      read(from, executor)
          .whenComplete((bytes, failure) -> {
            if (failure != null) {
              done.completeExceptionally(failure);
            } else {
              write(to, bytes, executor).thenRun(() -> done.complete(null));
            }
          });
      return done;
    }
  }
}
