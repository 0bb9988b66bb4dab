package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Shuts down what it was given. */
@WrongAnswer(value = "It belongs to the caller", kind = AnswerKind.RESOURCE)
public class ClosesTheExecutor extends WriteThenRead {
  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    return super.run(file, out, executor).whenComplete((done, e) -> executor.shutdown());
  }
}
