package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Says so while the write is still under way. */
@WrongAnswer(value = "Successfully wrote", kind = AnswerKind.ORDER)
public class ReportsBeforeItIsDone extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    out.println("Starting async write operation...");
    out.println("Successfully wrote to " + file.getFileName());
    return super.run(file, out, executor);
  }
}
