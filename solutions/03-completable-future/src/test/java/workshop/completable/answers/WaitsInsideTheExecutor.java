package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits on a thread of the executor, which needs that thread to go on. */
@WrongAnswer(value = "needs a thread of the same executor", kind = AnswerKind.CALLER)
public class WaitsInsideTheExecutor extends WriteThenRead {
  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    return CompletableFuture.runAsync(() -> super.run(file, out, executor).join(), executor);
  }
}
