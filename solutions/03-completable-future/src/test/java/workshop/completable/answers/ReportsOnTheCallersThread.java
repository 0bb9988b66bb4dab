package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on the caller after a wait that gives up. */
@WrongAnswer(value = "but it had waited", kind = AnswerKind.IMPATIENCE)
public class ReportsOnTheCallersThread extends WriteThenRead {
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
