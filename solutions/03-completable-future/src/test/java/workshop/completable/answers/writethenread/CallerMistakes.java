package workshop.completable.answers.writethenread;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Waits on a thread of its own, which has no line of the program on its stack. */
  @WrongAnswer("waits instead of the caller")
  public static class WaitsOnAnotherThread extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return CompletableFuture.supplyAsync(
          super.run(file, out, executor)::join, task -> new Thread(task).start());
    }
  }

  /** Waits for the program on a thread of the common pool. */
  @WrongAnswer("waits instead of the caller")
  public static class WaitsOnTheCommonPool extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      CompletableFuture<Void> all = super.run(file, out, executor);
      return CompletableFuture.supplyAsync(() -> all.join());
    }
  }

  /** Writes on the executor and reads on the common pool. */
  @WrongAnswer("its tasks run one after another")
  public static class ReadsWithoutTheExecutor extends WriteThenRead {
    @Override
    protected CompletableFuture<byte[]> read(Path file, ExecutorService executor) {
      return CompletableFuture.supplyAsync(() -> {
        try {
          return Files.readAllBytes(file);
        } catch (IOException e) {
          throw new CompletionException(e);
        }
      });
    }
  }

  /** Waits until everything is printed, and returns a complete future. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsInsideRun extends WriteThenRead {

    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      super.run(file, out, executor).join();
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Waits on a thread of the executor, which needs that thread to go on. */
  @WrongAnswer("needs a thread of the same executor")
  public static class WaitsInsideTheExecutor extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return CompletableFuture.runAsync(() -> super.run(file, out, executor).join(), executor);
    }
  }
}
