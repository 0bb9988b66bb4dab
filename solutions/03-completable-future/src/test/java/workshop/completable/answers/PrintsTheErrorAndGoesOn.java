package workshop.completable.answers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A line on the screen is not a failure for the caller. */
@WrongAnswer(value = "as if nothing had happened", kind = AnswerKind.PROMISE)
public class PrintsTheErrorAndGoesOn extends WriteThenRead {

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    return super.run(file, out, executor)
        .exceptionally(failure -> {
          out.println("Something went wrong: " + failure);
          return null;
        });
  }
}
