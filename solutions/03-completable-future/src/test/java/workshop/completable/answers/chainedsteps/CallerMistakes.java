package workshop.completable.answers.chainedsteps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ChainedSteps} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /**
   * Reads in a stage without Async, which runs on the thread that completes the previous stage or
   * attaches this one.
   */
  @WrongAnswer("you blocked the caller")
  public static class AppliesABlockingStep extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenApply(written -> bytesOf(file));
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Asks the disk on the caller's thread whether the file is there. */
  @WrongAnswer("blocked the caller")
  public static class ChecksTheFileOnTheCaller extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      if (!Files.exists(file)) {
        return CompletableFuture.failedFuture(new NoSuchFileException(file.toString()));
      }
      return super.read(file, executor);
    }
  }

  /** Leaves out the second argument, so the work goes to the common pool. */
  @WrongAnswer("its tasks run one after another")
  public static class ForgetsTheExecutor extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(() -> {
        try {
          return Files.readAllBytes(file);
        } catch (IOException e) {
          throw new CompletionException(e);
        }
      });
    }
  }

  /** Runs the first step on the executor, and the second one on the common pool. */
  @WrongAnswer("its tasks run one after another")
  public static class ForgetsTheExecutorOfTheNextStep extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor).thenApplyAsync(written -> bytesOf(file));
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Waits with get between the two steps. */
  @WrongAnswer("you blocked the caller")
  public static class GetsInsideTheMethod extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      try {
        write(file, content, executor).get();
      } catch (InterruptedException | ExecutionException e) {
        return CompletableFuture.failedFuture(e);
      }
      return read(file, executor);
    }
  }

  /** Occupies a thread of the executor while it waits for another one. */
  @WrongAnswer("Do not wait inside a stage")
  public static class JoinsInsideAStage extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      return write(file, content, executor)
          .thenApplyAsync(written -> read(file, executor).join(), executor);
    }
  }

  /**
   * Hands the work over and then waits for it: the caller gains nothing. In a copy, the waiting
   * thread is the caller's or the executor's.
   */
  @WrongAnswer("waits in CompletableFuture.join")
  public static class JoinsInsideTheMethod extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      byte[] bytes = super.read(file, executor).join();
      return CompletableFuture.completedFuture(bytes);
    }
  }

  /** Waits for the result on the caller's thread, and returns a completed future. */
  @WrongAnswer("you blocked the caller")
  public static class ReadsBeforeItReturns extends ChainedSteps {

    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      try {
        return CompletableFuture.completedFuture(Files.readAllBytes(file));
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }
}
