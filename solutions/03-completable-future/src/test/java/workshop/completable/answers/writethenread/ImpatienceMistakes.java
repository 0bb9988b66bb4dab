package workshop.completable.answers.writethenread;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits on the caller with a time limit. */
  @WrongAnswer("\"caller\" waits in CompletableFuture.get")
  public static class ReportsOnTheCallersThread extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      CompletableFuture<Void> all = super.run(file, out, executor);
      try {
        all.get(500, MILLISECONDS);
      } catch (Exception e) {
        return all;
      }
      return all;
    }
  }

  /** Gives up on a slow disk. */
  @WrongAnswer("run(...) has set a timer")
  public static class GivesUpAfterMinutes extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return super.run(file, out, executor).orTimeout(5, MINUTES);
    }
  }
}
