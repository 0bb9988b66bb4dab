package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Prints all of it, and returns a future that is done. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class WaitsInsideRun extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    super.run(file, out, executor).join();
    return CompletableFuture.completedFuture(null);
  }
}
