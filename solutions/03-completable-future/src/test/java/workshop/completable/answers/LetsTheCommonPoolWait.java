package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Returns a future, and a thread that everybody shares waits for the one behind it. */
@WrongAnswer(value = "waits instead of the caller", kind = AnswerKind.CALLER)
public class LetsTheCommonPoolWait extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    CompletableFuture<Void> all = super.run(file, out, executor);
    return CompletableFuture.supplyAsync(() -> all.join());
  }
}
